package dev.understudy.protocol.command;

import java.util.Locale;

/**
 * The value of {@code cache=}.
 *
 * <p>Source: the reference's page on cache.
 *
 * @param client whether clients may keep the reply
 * @param server what this server does with a kept reply
 */
public record CacheChoice(boolean client, ServerCache server) {

    /** The use of this server's cache. */
    public enum ServerCache {
        /** The cache takes no part: it keeps nothing, and nothing that it keeps is used. */
        OFF,
        /** A kept reply is used while it counts as good. */
        ON,
        /** A kept reply is used when its sources, looked at now, have not changed. */
        VALIDATE,
        /** The reply is made anew, and kept in place of the last one. */
        UPDATE
    }

    /** The choice of a request without {@code cache=}. */
    public static final CacheChoice ON = new CacheChoice(true, ServerCache.ON);

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
            case 1 -> both(first);
            case 2 -> new CacheChoice(isOn(first), server(items[1].strip()));
            default -> throw new IllegalArgumentException("more than two values");
        };
    }

    private static CacheChoice both(String item) {
        return switch (item) {
            case "validate" -> new CacheChoice(true, ServerCache.VALIDATE);
            case "update" -> new CacheChoice(true, ServerCache.UPDATE);
            default -> new CacheChoice(isOn(item), server(item));
        };
    }

    private static ServerCache server(String item) {
        return isOn(item) ? ServerCache.ON : ServerCache.OFF;
    }

    private static boolean isOn(String item) {
        return switch (item) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("neither on nor off");
        };
    }
}
