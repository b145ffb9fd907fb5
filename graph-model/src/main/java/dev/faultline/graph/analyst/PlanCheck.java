package dev.faultline.graph.analyst;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

import dev.faultline.graph.analyst.AnalystQueryException.Reason;

/// Reads the plan of a query before it runs, and refuses what does more than read the graph.
///
/// Read access mode stops writes on the server; it does not stop procedures of the server itself, commands such as
/// `TERMINATE TRANSACTIONS`, and files or addresses that `LOAD CSV` would read on the server's behalf.
final class PlanCheck {
    private static final Set<String> PROCEDURES = Set.of("db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization",
            "db.schema.nodetypeproperties", "db.schema.reltypeproperties", "db.index.fulltext.querynodes",
            "db.index.fulltext.queryrelationships", "dbms.components", "db.ping");
    private static final Set<String> COMMANDS = Set.of("showindexes", "showconstraints", "showfunctions", "showprocedures");
    private static final Pattern PROCEDURE = Pattern.compile("((?:[A-Za-z_]\\w*\\.)*[A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern FORBIDDEN = Pattern.compile("(?i).*(loadcsv|terminate|alter|grant|deny|revoke|user|role|password|database"
            + "|server|alias|privilege|dbmsaction|transactionforeach|transactionapply).*");

    private PlanCheck() {}

    static void check(ResultSummary summary) {
        if (summary.queryType() != QueryType.READ_ONLY) {
            throw refused("the query writes, expected one that only reads");
        }
        check(summary.queryPlan().orElseThrow(() -> refused("the query has no plan to look at, expected one that reads the graph")));
    }

    private static void check(Plan plan) {
        String operator = plan.operatorType().replaceFirst("@.*", "");
        String name = operator.toLowerCase(Locale.ROOT);
        if (FORBIDDEN.matcher(operator).matches() || (name.startsWith("show") && !COMMANDS.contains(name))) {
            throw refused("the query uses " + operator + ", expected one that reads the graph and nothing else");
        }
        if (name.contains("procedurecall")) {
            checkProcedure(plan);
        }
        plan.children().forEach(PlanCheck::check);
    }

    private static void checkProcedure(Plan plan) {
        var details = plan.arguments().get("Details");
        Matcher called = PROCEDURE.matcher(details == null ? "" : details.asString());
        String procedure = called.find() ? called.group(1) : "an unknown procedure";
        if (!PROCEDURES.contains(procedure.toLowerCase(Locale.ROOT))) {
            throw refused("the query calls " + procedure + ", expected no procedure or one of "
                    + String.join(", ", PROCEDURES.stream().sorted().toList()));
        }
    }

    private static AnalystQueryException refused(String sentence) {
        return new AnalystQueryException(Reason.REFUSED, sentence, null);
    }
}
