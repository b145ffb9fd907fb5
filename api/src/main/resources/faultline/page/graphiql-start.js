'use strict';
// One tab for each example; the first one is open.
const EXAMPLES = [
  `# Incidents with their most likely causes
query Incidents {
  incidents(first: 10) {
    nodes {
      id title state startedAt
      ranking {
        at unknown summary
        causes {
          rank kind score confidence
          ci { id type name }
          terms { name contribution evidence }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Services, who calls them and what flowed in the last half hour
query Calls {
  cis(type: "Service", first: 20) {
    nodes {
      id name
      callsIn {
        endpoint
        caller { name }
        windows { minute calls errors p99Millis }
      }
    }
  }
}
`,
  `# What a CI is connected to; add asOf: "2026-01-02T09:30:00Z" to look back
query Around {
  cis(type: "Host", first: 5) {
    nodes {
      id name attributes
      relations { type from { type name } to { type name } }
    }
  }
}
`,
  `# Alerts that fire now
query Alerts {
  alerts(state: FIRING, first: 50) {
    nodes { key name severity signal startsAt repeats ci { id type name } caller { name } labels }
  }
}
`,
  `# What was deployed, and where
query Deployments {
  deployments(first: 20) {
    nodes { id service fromVersion toVersion startedAt outcome by changes { place ci { id name } } }
  }
}
`,
];

async function fetchGraphql(request) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(request),
  });
  if (answer.status === 401) {
    location.assign('/login?next=/graphiql');
  }
  const body = await answer.json();
  return body.detail ? { errors: [{ message: body.detail }] } : body;
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: fetchGraphql,
    defaultTabs: EXAMPLES.map((query) => ({ query })),
    defaultQuery: EXAMPLES[0],
    defaultEditorToolsVisibility: false,
  }));
