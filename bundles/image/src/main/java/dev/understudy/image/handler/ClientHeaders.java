package dev.understudy.image.handler;

import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.NegotiatedHeader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

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

    private final HttpFields headers;

    private ClientHeaders(HttpFields headers) {
        this.headers = headers;
    }

    static ClientHints read(HttpFields headers) {
        ClientHeaders client = new ClientHeaders(headers);
        return new ClientHints(client.accepted(), client.pixelRatio(), client.connection());
    }

    private AcceptedTypes accepted() {
        List<String> values = headers.getValuesList(NegotiatedHeader.ACCEPT.fieldName());
        return values.isEmpty() ? AcceptedTypes.UNSAID : AcceptedTypes.of(String.join(",", values));
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
        String value = headers.get(header.fieldName());
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
