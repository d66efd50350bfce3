create index application_respond_by_index on application (respond_by) where state = 'offered';
