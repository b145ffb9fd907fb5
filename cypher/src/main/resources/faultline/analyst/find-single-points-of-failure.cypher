// Purpose: Which services hang on one instance or one host?
// Parameter: limit = 100 -- how many rows at the most
// Columns: id, name, instances, hosts, callers (services that call it)
MATCH (service:Service)<-[:INSTANCE_OF]-(instance:ServiceInstance)
OPTIONAL MATCH (instance)-[:RUNS_ON]->(host:Ci)
WITH service, count(DISTINCT instance) AS instances, collect(DISTINCT host.name) AS hosts
WHERE instances = 1 OR size(hosts) = 1
RETURN service.id AS id, service.name AS name, instances, hosts,
  COUNT { MATCH (service)<-[:CALLEE]-(:CallEdge)-[:CALLER]->(caller:Ci) RETURN DISTINCT caller } AS callers
ORDER BY callers DESC, name, id
LIMIT $limit
