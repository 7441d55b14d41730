'use client'
import { TextField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

export const ThemeField: TextFieldClientComponent = (props) => <TextField {...props} />
