package dev.understudy.http.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The pattern of the lines of the access log, compiled into its parts. {@code %x} is a variable, <code>%{Name}r</code> a
 * variable of the server, <code>%{Name}i</code> a request header, <code>%{Name}</code> or <code>%{Name}o</code> a response
 * header, {@code %%} a percent sign; everything else is copied.
 *
 * <p>Source: the reference's page on access logging ({@code TC::pattern}).
 */
public final class LogPattern implements LineFormat {

    /** The reference's default, with the quotation marks and the letter put right that are wrong on its page. */
    public static final String DEFAULT = "%G %a %s %{ProcessingStatus}r %{Size}r %D %{ParseTime}r %{FetchTime}r %O"
            + " %{ReqType}r '%{RootId}r' %{CacheUse}r %R [%I] '%{Referer}i' %{Host}i %{X-Forwarded-For}i"
            + " %{If-None-Match}i %{If-Match}i %{If-Modified-Since}i %{Digest}r %{ContentType}r %p %{Exception}r"
            + " %{CacheKey}r %{PeerServer}r %{SendTime}r %{Context}r %{TransformedUrl}r %{PathBasedAccess}r";

    private final LogVariable[] parts;

    private LogPattern(List<LogVariable> parts) {
        this.parts = parts.toArray(LogVariable[]::new);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException naming the variable that does not exist
     */
    public static LogPattern compile(String pattern) {
        List<LogVariable> parts = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            int sign = pattern.indexOf('%', at);
            int end = sign < 0 ? pattern.length() : sign;
            if (end > at) {
                parts.add(LogVariable.literal(pattern.substring(at, end)));
            }
            at = sign < 0 ? end : variable(pattern, sign, parts);
        }
        return new LogPattern(parts);
    }

    /** Appends the line for a request. */
    @Override
    public void append(LineBuffer line, LoggedExchange exchange) {
        for (LogVariable part : parts) {
            part.append(line, exchange);
        }
        line.end();
    }

    /** Reads the variable at a percent sign; returns the index after the variable. */
    private static int variable(String pattern, int sign, List<LogVariable> parts) {
        if (sign + 1 == pattern.length()) {
            throw unknown("%");
        }
        char letter = pattern.charAt(sign + 1);
        if (letter == '{') {
            return named(pattern, sign, parts);
        }
        LogVariable variable = letter == '%' ? LogVariable.literal("%") : LogVariables.SIMPLE.get(letter);
        if (variable == null) {
            throw unknown("%" + letter);
        }
        parts.add(variable);
        return sign + 2;
    }

    private static int named(String pattern, int sign, List<LogVariable> parts) {
        int close = pattern.indexOf('}', sign);
        if (close < 0) {
            throw unknown(pattern.substring(sign));
        }
        String name = pattern.substring(sign + 2, close);
        char kind = close + 1 < pattern.length() ? pattern.charAt(close + 1) : ' ';
        switch (kind) {
            case 'r' -> {
                LogVariable variable = LogVariables.NAMED.get(name);
                if (variable == null) {
                    throw unknown("%{" + name + "}r");
                }
                parts.add(variable);
                return close + 2;
            }
            case 'i' -> {
                parts.add(header(name, x -> x.request().getHeaders()));
                return close + 2;
            }
            default -> {
                parts.add(header(name, x -> x.response().getHeaders()));
                return kind == 'o' ? close + 2 : close + 1;
            }
        }
    }

    private static LogVariable header(String name, Function<LoggedExchange, HttpFields> headers) {
        HttpHeader known = HttpHeader.CACHE.get(name);
        return known == null
                ? LogVariable.field(exchange -> headers.apply(exchange).get(name))
                : LogVariable.field(exchange -> headers.apply(exchange).get(known));
    }

    private static IllegalArgumentException unknown(String variable) {
        return new IllegalArgumentException("there is no variable '" + variable + "' but %% and "
                + LogVariables.SIMPLE.keySet().stream()
                        .sorted()
                        .map(c -> "%" + c)
                        .toList()
                + ", %{name}r with "
                + LogVariables.NAMED.keySet().stream().sorted().toList()
                + ", %{request header}i, %{response header}");
    }
}
