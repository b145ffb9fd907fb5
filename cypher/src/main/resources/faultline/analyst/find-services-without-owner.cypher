// Purpose: Which of our own services has nobody who answers for it?
// Parameter: limit = 100 -- how many rows at the most
// Columns: id, name, validFrom (since when the service is as it is)
MATCH (service:Service)
WHERE coalesce(service.owner, '') = '' AND NOT coalesce(service.external, false)
RETURN service.id AS id, service.name AS name, toString(datetime({epochMillis: service.validFrom})) AS validFrom
ORDER BY name, id
LIMIT $limit
