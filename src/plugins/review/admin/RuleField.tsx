'use client'
import { TextField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

export const RuleField: TextFieldClientComponent = (props) => <TextField {...props} />
