'use client'
import type { UIFieldClientComponent } from 'payload'

export const ReviewDesk: UIFieldClientComponent = () => null
