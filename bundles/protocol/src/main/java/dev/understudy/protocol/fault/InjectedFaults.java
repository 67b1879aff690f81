package dev.understudy.protocol.fault;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.serve.Call;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults that one request asks for.
 *
 * @param failure the failure of the request itself; null when it is served
 * @param secondary the failure of the secondary server that it is sent to then; null when that is asked
 * @param delay how long it takes before anything is done
 */
public record InjectedFaults(
        @Nullable FailureKind failure, @Nullable FailureKind secondary, Duration delay) {

    /** The longest delay. */
    public static final Duration MAX_DELAY = Duration.ofSeconds(10);

    private static final String SLOW = "slow=";
    private static final String OVERLOAD = "overload";

    /** The failures of images for which static content has kinds of its own; there they may be asked for by either code. */
    private static final Map<FailureKind, FailureKind> OF_STATIC_CONTENT = Map.of(
            FailureKind.SOURCE_MISSING, FailureKind.STATIC_MISSING,
            FailureKind.SOURCE_UNREADABLE, FailureKind.STATIC_UNREADABLE);

    private static final Set<FailureKind> OF_SECONDARIES = EnumSet.of(
            FailureKind.SECONDARY_UNREACHABLE,
            FailureKind.SECONDARY_TIMEOUT,
            FailureKind.SECONDARY_BROKEN,
            FailureKind.SECONDARY_BUSY,
            FailureKind.SECONDARY_DOWN);

    /**
     * The faults that a request gets.
     *
     * @param header the value of {@link Call#FAULT}; null for none
     * @param kinds the failures that there can be
     * @param main the catalog that answers
     * @return null for none, also when a catalog that has a part in the request allows none
     * @throws ServeException {@code parameter.invalid}
     */
    public static @Nullable InjectedFaults of(
            @Nullable String header, Set<FailureKind> kinds, AccessPolicy policy, Catalog main) throws ServeException {
        return header == null || !areAllowed(policy, main) ? null : read(header, kinds);
    }

    /** Whether all catalogs that have a part in a request have it ask for faults. */
    public static boolean areAllowed(AccessPolicy policy, Catalog main) {
        return policy.least(Attributes.FAULT_INJECTION, main);
    }

    /**
     * Reads a value: faults separated by commas, one of each sort.
     *
     * @param kinds the failures that there can be
     */
    static InjectedFaults read(String header, Set<FailureKind> kinds) throws ServeException {
        FailureKind failure = null;
        FailureKind secondary = null;
        Duration delay = Duration.ZERO;
        for (String word : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String fault = word.strip();
            FailureKind ofSecondary = find(fault, OF_SECONDARIES);
            if (fault.startsWith(SLOW) && delay.isZero()) {
                delay = delay(fault.substring(SLOW.length()), header, kinds);
            } else if (ofSecondary != null && secondary == null) {
                secondary = ofSecondary;
            } else if (ofSecondary == null && failure == null && find(fault, kinds) != null) {
                failure = find(fault, kinds);
            } else {
                throw invalid(header, kinds);
            }
        }
        FailureKind first = failure == null && secondary != null ? missing(kinds) : failure;
        return new InjectedFaults(first, secondary, delay);
    }

    /** The faults as they are written. */
    @Override
    public String toString() {
        return Stream.of(
                        failure == null ? "" : failure.code(),
                        secondary == null ? "" : secondary.code(),
                        delay.isZero() ? "" : SLOW + delay.toMillis())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable FailureKind find(String fault, Set<FailureKind> kinds) {
        String code = fault.equals(OVERLOAD) ? FailureKind.SERVER_OVERLOADED.code() : fault;
        return Arrays.stream(FailureKind.values())
                .filter(kind -> kind.code().equals(code))
                .map(kind -> kinds.contains(kind) ? kind : OF_STATIC_CONTENT.getOrDefault(kind, kind))
                .filter(kinds::contains)
                .findFirst()
                .orElse(null);
    }

    /** A file that is not there, for which static content has a kind of its own. */
    private static FailureKind missing(Set<FailureKind> kinds) {
        return kinds.contains(FailureKind.STATIC_MISSING) ? FailureKind.STATIC_MISSING : FailureKind.SOURCE_MISSING;
    }

    private static Duration delay(String text, String header, Set<FailureKind> kinds) throws ServeException {
        if (!text.matches("[0-9]{1,5}")) {
            throw invalid(header, kinds);
        }
        Duration delay = Duration.ofMillis(Integer.parseInt(text));
        if (delay.isZero() || delay.compareTo(MAX_DELAY) > 0) {
            throw invalid(header, kinds);
        }
        return delay;
    }

    private static ServeException invalid(String header, Set<FailureKind> kinds) {
        List<String> codes = Stream.of(kinds, OF_SECONDARIES)
                .flatMap(Set::stream)
                .sorted(Comparator.naturalOrder())
                .map(FailureKind::code)
                .toList();
        String allowed =
                "one of " + String.join(", ", codes) + " and " + OVERLOAD + ", one more of a secondary server, and "
                        + SLOW + "1.." + MAX_DELAY.toMillis() + " (milliseconds), separated by commas";
        return new ServeException(new Failure.InvalidParameter(Call.FAULT, printable(header), allowed));
    }

    private static String printable(String header) {
        String text = header.length() > 100 ? header.substring(0, 100) + "…" : header;
        return Arrays.stream(text.split("[^ -~…]+")).collect(Collectors.joining("?"));
    }
}
