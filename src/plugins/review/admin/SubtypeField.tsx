'use client'
import { TextField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

export const SubtypeField: TextFieldClientComponent = (props) => <TextField {...props} />
