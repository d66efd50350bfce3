import { Client } from 'pg';

export interface Column {
  name: string;
  /** As `format_type` writes it: `character varying(3)`, `uuid`, `text[]`. */
  type: string;
  isNullable: boolean;
  default: string | null;
  isIdentity: boolean;
  isGenerated: boolean;
  comment: string | null;
}

export interface Table {
  name: string;
  comment: string | null;
  columns: Column[];
  /** Everything but not null, which columns tell. */
  constraints: { name: string; definition: string }[];
  /** Those that no constraint owns. */
  indexes: { name: string; definition: string }[];
}

/** All tables of a schema, by name; columns in their order, the rest by name. The migrations' own table is left out. */
export async function readCatalogue(url: string, schema: string): Promise<Table[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set search_path to "${schema}"`);
    const { rows } = await client.query<Table>(catalogueQuery, [schema]);
    return rows;
  } finally {
    await client.end();
  }
}

const catalogueQuery = `
select t.relname as name, obj_description(t.oid, 'pg_class') as comment,
  (select json_agg(json_build_object(
       'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isNullable', not a.attnotnull,
       'default', pg_get_expr(d.adbin, d.adrelid), 'isIdentity', a.attidentity <> '', 'isGenerated', a.attgenerated <> '',
       'comment', col_description(t.oid, a.attnum)) order by a.attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select coalesce(json_agg(json_build_object('name', c.conname, 'definition', pg_get_constraintdef(c.oid)) order by c.conname), '[]')
     from pg_constraint c where c.conrelid = t.oid and c.contype in ('c', 'f', 'p', 'u', 'x')) as constraints,
  (select coalesce(json_agg(json_build_object('name', x.relname, 'definition', pg_get_indexdef(i.indexrelid)) order by x.relname), '[]')
     from pg_index i join pg_class x on x.oid = i.indexrelid
    where i.indrelid = t.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = t.oid)) as indexes
from pg_class t
where t.relnamespace = $1::regnamespace and t.relkind in ('r', 'p') and t.relname <> 'schema_version'
order by t.relname`;
