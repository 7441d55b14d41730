'use client'
import {
  CheckboxField,
  RelationshipField,
  SelectField,
  useAuth,
  useDocumentInfo,
} from '@payloadcms/ui'
import type {
  CheckboxFieldClientComponent,
  RelationshipFieldClientComponent,
  SelectFieldClientComponent,
} from 'payload'

// Nobody changes the own role, unit or switch, and an editor's accounts are all editors: the server
// refuses it, so the form does not offer it.
function useOwn(): boolean {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  return id !== undefined && String(id) === String(user?.id)
}

/** The role of an account; given by the province alone. */
export const RoleField: SelectFieldClientComponent = (props) => {
  const own = useOwn()
  const { user } = useAuth()
  return <SelectField {...props} readOnly={props.readOnly || own || user?.role !== 'province'} />
}

/** The unit of an account. */
export const UnitField: RelationshipFieldClientComponent = (props) => {
  const own = useOwn()
  return <RelationshipField {...props} readOnly={props.readOnly || own} />
}

/** Whether an account is switched on. */
export const ActiveField: CheckboxFieldClientComponent = (props) => {
  const own = useOwn()
  return <CheckboxField {...props} readOnly={props.readOnly || own} />
}
