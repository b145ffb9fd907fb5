// Purpose: Which hosts carry how many service instances, and of which services?
// Parameter: limit = 100 -- how many rows at the most
// Columns: id, name, instances, services (names)
MATCH (host:Host)
OPTIONAL MATCH (host)<-[:RUNS_ON]-(instance:ServiceInstance)
OPTIONAL MATCH (instance)-[:INSTANCE_OF]->(service:Service)
WITH host, count(DISTINCT instance) AS instances, service.name AS serviceName
ORDER BY serviceName
WITH host, sum(instances) AS instances, collect(serviceName) AS services
RETURN host.id AS id, host.name AS name, instances, services
ORDER BY instances DESC, name, id
LIMIT $limit
