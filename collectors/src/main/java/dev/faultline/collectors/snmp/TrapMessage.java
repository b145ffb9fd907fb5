package dev.faultline.collectors.snmp;

import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Shows a trap as JSON for mappings: `oid` of the trap, `sender`, `uptime`, and `values`, the variables by their object ids; a variable of
/// a table stands there by its column too, and `index` is the last number of the first such one.
final class TrapMessage {
    private TrapMessage() {}

    static ObjectNode of(PDU trap, String sender) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("sender", sender);
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (VariableBinding binding : trap.getVariableBindings()) {
            OID oid = binding.getOid();
            if (oid.equals(SnmpConstants.snmpTrapOID)) {
                message.put("oid", binding.getVariable().toString());
            } else if (oid.equals(SnmpConstants.sysUpTime)) {
                message.put("uptime", binding.getVariable().toLong());
            } else {
                put(message, values, oid, text(binding.getVariable()));
            }
        }
        message.set("values", values);
        return message;
    }

    private static void put(ObjectNode message, ObjectNode values, OID oid, String text) {
        values.put(oid.toDottedString(), text);
        if (oid.size() > 1) {
            OID column = new OID(oid);
            int last = column.removeLast();
            if (!values.has(column.toDottedString())) {
                values.put(column.toDottedString(), text);
            }
            if (last != 0 && !message.has("index")) {
                message.put("index", Integer.toUnsignedString(last));
            }
        }
    }

    private static String text(Variable variable) {
        if (variable instanceof OctetString bytes) {
            return bytes.isPrintable() ? new String(bytes.getValue(), java.nio.charset.StandardCharsets.UTF_8) : bytes.toHexString();
        }
        return variable.toString();
    }
}
