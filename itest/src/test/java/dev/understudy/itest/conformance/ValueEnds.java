package dev.understudy.itest.conformance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that a description of what is allowed names: both ends of its ranges, and each word of its lists. */
final class ValueEnds {

    private static final Pattern RANGE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern LEAST = Pattern.compile("of (\\d+) or more");
    private static final Pattern CLAUSE = Pattern.compile("; |,? then |, and | \\(also |\\)");
    private static final Pattern WORDS = Pattern.compile("((?:[\\w-]+, )*[\\w-]+),? or ([\\w-]+)(?: for .*)?");

    private ValueEnds() {}

    static Set<String> of(String allowed) {
        Set<String> ends = new TreeSet<>();
        for (Matcher range = RANGE.matcher(allowed); range.find(); ) {
            ends.addAll(List.of(range.group(1), range.group(2)));
        }
        for (Matcher least = LEAST.matcher(allowed); least.find(); ) {
            ends.add(least.group(1));
        }
        for (String clause : CLAUSE.split(allowed)) {
            Matcher words = WORDS.matcher(clause);
            if (words.matches()) {
                ends.addAll(List.of(words.group(1).split(", ")));
                ends.add(words.group(2));
            }
        }
        return ends;
    }

    /** The ends that are in none of the values, not even as a part between commas. */
    static Set<String> missing(Collection<String> ends, Collection<String> values) {
        return ends.stream()
                .filter(end -> {
                    String before = Character.isLetter(end.charAt(0)) ? "(?<!\\w)" : "(?<![\\d.-])";
                    Pattern whole =
                            Pattern.compile(before + Pattern.quote(end) + "(?![\\w.])", Pattern.CASE_INSENSITIVE);
                    return values.stream()
                            .noneMatch(value -> whole.matcher(value).find());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
