/** What the application may not do by itself: delete patients, and see the expired lines of every practice. */
export const importFunctions = `
  -- Deletes what one import made, of the transaction's own practice and while that import is being taken back. Whatever
  -- refers to one of these patients refuses by its foreign key, and then nothing is deleted.
  create function app.take_back_import(wanted uuid) returns int language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    mine uuid := app.current_practice();
    theirs uuid[];
    removed int;
  begin
    perform from public.import_file f where f.practice_id = mine and f.id = wanted and f.state = 'undoing' for update;
    if not found then
      raise exception 'no import is being taken back' using errcode = 'no_data_found';
    end if;
    -- By a list and not by a join: lines staged a moment ago have no statistics a plan could trust.
    theirs := array(select l.new_id from public.import_line l
                     where l.practice_id = mine and l.import_id = wanted and l.written = 'created');
    delete from public.patient_search_key where practice_id = mine and patient_id = any (theirs);
    delete from public.patient_event where practice_id = mine and patient_id = any (theirs);
    delete from public.patient where practice_id = mine and id = any (theirs);
    get diagnostics removed = row_count;
    return removed;
  end $$;
  revoke all on function app.take_back_import(uuid) from public;
  grant execute on function app.take_back_import(uuid) to pupitre_app;

  -- Parts and lines outlive the days in which an import can be taken back by nothing; its line of history stays.
  create policy expired on import_file for select to current_user using (touched_at < now() - interval '31 days');
  create policy expired on import_part to current_user using (exists (
    select 1 from import_file f where f.practice_id = import_part.practice_id and f.id = import_part.import_id
       and f.touched_at < now() - interval '31 days'));
  create policy expired on import_line to current_user using (exists (
    select 1 from import_file f where f.practice_id = import_line.practice_id and f.id = import_line.import_id
       and f.touched_at < now() - interval '31 days'));

  create function app.purge_imports() returns int language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    removed int := 0;
    gone int;
  begin
    delete from public.import_part p using public.import_file f
     where f.practice_id = p.practice_id and f.id = p.import_id and f.touched_at < now() - interval '31 days';
    get diagnostics gone = row_count; removed := removed + gone;
    delete from public.import_line l using public.import_file f
     where f.practice_id = l.practice_id and f.id = l.import_id and f.touched_at < now() - interval '31 days';
    get diagnostics gone = row_count; removed := removed + gone;
    return removed;
  end $$;
  revoke all on function app.purge_imports() from public;
  grant execute on function app.purge_imports() to pupitre_app;
`;
