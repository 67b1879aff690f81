package dev.understudy.protocol.properties;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the data that a catalog keeps about an entry for the owner of the entry; {@code req=userdata}.
 *
 * <p>Source: the reference's page on userdata.
 */
public final class UserData {

    private static final String LINE_END = "\r\n";

    private UserData() {}

    /** The text form: the data with each line ended; a line end alone when there is no data. */
    public static String text(String data) {
        return data.lines().map(line -> line + LINE_END).reduce("", String::concat) + (data.isEmpty() ? LINE_END : "");
    }

    /** The data as properties: lines of {@code name=value}; a line without an equals sign is a name without a value. */
    public static Map<String, String> properties(String data) {
        Map<String, String> properties = new LinkedHashMap<>();
        data.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            String name = (equals < 0 ? line : line.substring(0, equals)).strip();
            properties.put(name, equals < 0 ? "" : line.substring(equals + 1).strip());
        });
        return properties;
    }
}
