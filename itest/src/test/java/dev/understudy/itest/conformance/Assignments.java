package dev.understudy.itest.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a request writes, nested ones among them. */
final class Assignments {

    private static final Pattern ASSIGNMENT = Pattern.compile("[?&{(]([A-Za-z_]+)=([^&?]+)");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Assignments() {}

    /** The values by the names of their commands, whatever their case. */
    static Map<String, List<String>> in(String target) {
        String sound = LONE_PERCENT.matcher(target).replaceAll("%25");
        String decoded = URLDecoder.decode(sound, StandardCharsets.UTF_8);
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Matcher found = ASSIGNMENT.matcher(decoded); found.find(); ) {
            values.computeIfAbsent(found.group(1), name -> new ArrayList<>()).add(found.group(2));
        }
        return values;
    }
}
