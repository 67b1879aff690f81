package dev.understudy.protocol.command;

import java.util.Locale;

/**
 * The value of {@code cache=}.
 *
 * <p>Source: the reference's page on cache.
 *
 * @param client whether clients may keep the reply
 * @param server whether this server may keep the reply
 * @param renew whether a kept reply may not be used without looking at its sources again
 */
public record CacheChoice(boolean client, boolean server, boolean renew) {

    /** The choice of a request without {@code cache=}. */
    public static final CacheChoice ON = new CacheChoice(true, true, false);

    /** The values that are allowed, in words. */
    public static final String ALLOWED = "on, off, validate or update; or on or off twice";

    /**
     * Reads a value.
     *
     * @param text decoded
     * @throws IllegalArgumentException when the value is not allowed
     */
    public static CacheChoice parse(String text) {
        String[] items = text.toLowerCase(Locale.ROOT).split(",", -1);
        String first = items[0].strip();
        return switch (items.length) {
            case 1 ->
                first.equals("validate") || first.equals("update")
                        ? new CacheChoice(true, true, true)
                        : new CacheChoice(isOn(first), isOn(first), false);
            case 2 -> new CacheChoice(isOn(first), isOn(items[1].strip()), false);
            default -> throw new IllegalArgumentException("more than two values");
        };
    }

    private static boolean isOn(String item) {
        return switch (item) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("neither on nor off");
        };
    }
}
