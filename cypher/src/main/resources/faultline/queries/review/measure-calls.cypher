// Purpose: how much was called in all in some minutes.
// Parameters: minutes (since the epoch)
// Columns: calls, errors
UNWIND $minutes AS minute
MATCH (window:CallWindow {minute: minute})
RETURN coalesce(sum(window.calls), 0.0) AS calls, coalesce(sum(window.errors), 0.0) AS errors
