/** What the application may not do by itself: delete visits, their journal and what was promised about them. */
export const agendaImportFunctions = `
  -- Deletes what one import of a calendar made, of the transaction's own practice and while that import is being taken
  -- back. A visit the desk has changed since stays, with all that refers to it: its foreign keys refuse, and then
  -- nothing is deleted.
  create function app.take_back_agenda(wanted uuid) returns int language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    mine uuid := app.current_practice();
    visits uuid[];
    removed int;
    gone int;
  begin
    perform from public.import_file f where f.practice_id = mine and f.id = wanted and f.state = 'undoing' for update;
    if not found then
      raise exception 'no import is being taken back' using errcode = 'no_data_found';
    end if;
    select coalesce(array_agg(x.appointment_id), '{}') into visits from public.import_external x
     where x.practice_id = mine and x.import_id = wanted and x.appointment_id is not null;
    delete from public.absence a using public.import_external x
     where x.practice_id = mine and x.import_id = wanted and a.practice_id = mine and a.id = x.absence_id;
    get diagnostics gone = row_count;
    delete from public.import_external x where x.practice_id = mine and x.import_id = wanted;
    delete from public.claim c where c.practice_id = mine and c.appointment_id = any (visits);
    delete from public.appointment_event e where e.practice_id = mine and e.appointment_id = any (visits);
    delete from public.appointment a
     where a.practice_id = mine and a.id = any (visits) and a.version = 1 and a.source = 'import';
    get diagnostics removed = row_count;
    if removed <> cardinality(visits) then
      raise exception 'a visit has changed' using errcode = 'foreign_key_violation', constraint = 'appointment_depended_on';
    end if;
    return removed + gone;
  end $$;
  revoke all on function app.take_back_agenda(uuid) from public;
  grant execute on function app.take_back_agenda(uuid) to pupitre_app;
`;
