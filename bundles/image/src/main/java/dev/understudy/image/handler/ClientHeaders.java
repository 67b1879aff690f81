package dev.understudy.image.handler;

import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.NegotiatedHeader;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client says of itself. What is malformed counts as not said.
 *
 * <p>Source: RFC 9110, section 12.5.1, and the drafts on client hints of the W3C's community group for the web platform.
 */
final class ClientHeaders {

    /** Numbers as structured headers have them, RFC 8941; the older headers are written alike. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,20})?");

    /** Megabits a second below which a connection is of the kind 3g. */
    private static final double FAIR_BELOW = 0.7;

    /** Megabits a second below which a connection is of the kind 2g. */
    private static final double POOR_BELOW = 0.07;

    /** The headers that Jetty does not know. */
    private static final List<NegotiatedHeader> HINTS = Stream.of(NegotiatedHeader.values())
            .filter(NegotiatedHeader::isHint)
            .toList();

    private final Map<NegotiatedHeader, String> hints = new EnumMap<>(NegotiatedHeader.class);

    private ClientHeaders() {}

    /** Reads the headers of a request in one pass; those of which there may be one count as they come first. */
    static ClientHints read(HttpFields headers, AcceptReader accept) {
        String accepted = null;
        ClientHeaders client = null;
        for (HttpField field : headers) {
            if (field.getHeader() == HttpHeader.ACCEPT) {
                accepted = accepted == null ? field.getValue() : accepted + "," + field.getValue();
                continue;
            }
            NegotiatedHeader hint = field.getHeader() == null ? hint(field.getName()) : null;
            if (hint != null) {
                client = client == null ? new ClientHeaders() : client;
                client.hints.putIfAbsent(hint, field.getValue() == null ? "" : field.getValue());
            }
        }
        AcceptedTypes types = accepted == null ? AcceptedTypes.UNSAID : accept.read(accepted);
        if (client == null) {
            return accepted == null ? ClientHints.NONE : new ClientHints(types, 0, ConnectionQuality.GOOD);
        }
        return new ClientHints(types, client.pixelRatio(), client.connection());
    }

    private static @Nullable NegotiatedHeader hint(String name) {
        for (NegotiatedHeader hint : HINTS) {
            if (hint.fieldName().equalsIgnoreCase(name)) {
                return hint;
            }
        }
        return null;
    }

    private double pixelRatio() {
        double ratio = number(NegotiatedHeader.SEC_CH_DPR);
        return ratio < 0 ? Math.max(0, number(NegotiatedHeader.DPR)) : ratio;
    }

    private ConnectionQuality connection() {
        if (text(NegotiatedHeader.SAVE_DATA).equals("on")) {
            return ConnectionQuality.POOR;
        }
        return switch (text(NegotiatedHeader.ECT)) {
            case "slow-2g", "2g" -> ConnectionQuality.POOR;
            case "3g" -> ConnectionQuality.FAIR;
            case "4g" -> ConnectionQuality.GOOD;
            default -> ofBandwidth(number(NegotiatedHeader.DOWNLINK));
        };
    }

    /** The quality of so many megabits a second; a negative number for those that are not known. */
    private static ConnectionQuality ofBandwidth(double megabits) {
        if (megabits < 0 || megabits >= FAIR_BELOW) {
            return ConnectionQuality.GOOD;
        }
        return megabits < POOR_BELOW ? ConnectionQuality.POOR : ConnectionQuality.FAIR;
    }

    /** The number in a header; negative when there is none. */
    private double number(NegotiatedHeader header) {
        String text = text(header);
        return !text.isEmpty() && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : -1;
    }

    private String text(NegotiatedHeader header) {
        String value = hints.get(header);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
