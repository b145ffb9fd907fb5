package dev.faultline.graph.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one spelling of addresses, so that two spellings of one address are equal texts.
///
/// IPv6 follows RFC 5952: lower case, no leading zeros, the longest run of zero groups shortened. An IPv4 address mapped into
/// IPv6 is its IPv4 address. No name is ever looked up.
final class NetworkText {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern MAC_SEPARATORS = Pattern.compile("[:.-]");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{12}");
    private static final int IPV6_GROUPS = 8;

    private NetworkText() {}

    static Optional<String> address(String text) {
        var stripped = text.strip();
        if (!IPV4.matcher(stripped).matches() && !IPV6.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(spell(InetAddress.getByName(stripped)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    static Optional<String> prefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).strip().matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text.substring(slash + 1).strip());
        return address(text.substring(0, slash)).filter(address -> bits <= (address.contains(":") ? 128 : 32))
                .map(address -> address + "/" + bits);
    }

    static Optional<String> mac(String text) {
        var digits = MAC_SEPARATORS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return MAC.matcher(digits).matches() ? Optional.of(digits.replaceAll("(..)(?!$)", "$1:")) : Optional.empty();
    }

    private static String spell(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address.getHostAddress();
        }
        int[] groups = new int[IPV6_GROUPS];
        for (int i = 0; i < IPV6_GROUPS; i++) {
            groups[i] = Byte.toUnsignedInt(bytes[2 * i]) * 256 + Byte.toUnsignedInt(bytes[2 * i + 1]);
        }
        return spell(groups);
    }

    private static String spell(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < IPV6_GROUPS; i++) {
            int end = i;
            while (end < IPV6_GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        return start < 0 ? join(groups, 0, IPV6_GROUPS) : join(groups, 0, start) + "::" + join(groups, start + length, IPV6_GROUPS);
    }

    private static String join(int[] groups, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
