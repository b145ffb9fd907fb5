// Purpose: record that alerts of an incident were made another one; that they were of the first one is kept beside what it has now.
// Parameters: id (of the new one), fromId, alertKeys, atMillis
// Columns: none
MATCH (part:Incident {id: $id})
MATCH (rest:Incident {id: $fromId})
MERGE (part)-[split:SPLIT_FROM]->(rest)
ON CREATE SET split.atMillis = $atMillis
WITH rest
UNWIND $alertKeys AS alertKey
MATCH (rest)-[groups:GROUPS]->(alert:Alert {key: alertKey})
CREATE (rest)-[:GROUPED {joinedAtMillis: groups.joinedAtMillis, leftAtMillis: $atMillis}]->(alert)
DELETE groups
