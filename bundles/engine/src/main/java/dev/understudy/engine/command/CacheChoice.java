package dev.understudy.engine.command;

import java.util.Locale;

/**
 * The value of {@code cache=}.
 *
 * @param client whether clients may keep the reply
 * @param server whether this server may keep it
 * @param renew whether a kept reply may not be used without looking at its sources again
 */
public record CacheChoice(boolean client, boolean server, boolean renew) {

    /** What a request without {@code cache=} gets. */
    public static final CacheChoice ON = new CacheChoice(true, true, false);

    static CacheChoice parse(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 2);
        if (items.length == 1 && (items[0].equals("validate") || items[0].equals("update"))) {
            return new CacheChoice(true, true, true);
        }
        boolean client = isOn(items[0]);
        return new CacheChoice(client, items.length == 1 ? client : isOn(items[1]), false);
    }

    private static boolean isOn(String item) {
        return switch (item) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("neither on nor off");
        };
    }
}
