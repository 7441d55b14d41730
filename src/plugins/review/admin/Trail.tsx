'use client'
import type { UIFieldClientComponent } from 'payload'

export const Trail: UIFieldClientComponent = () => null
