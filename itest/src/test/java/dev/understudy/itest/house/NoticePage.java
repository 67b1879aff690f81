package dev.understudy.itest.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.understudy.itest.house.LicenseTable.JarLicense;
import dev.understudy.itest.house.LicenseTable.PartLicense;
import java.util.List;
import java.util.TreeMap;

/**
 * The file NOTICE, made of the jars that there are.
 *
 * @param table their licenses
 * @param jars that go out
 */
record NoticePage(LicenseTable table, ShippedJars jars) {

    private static final String HEAD = """
            Understudy
            Licensed under the Apache License, Version 2.0, see LICENSE.

            This product includes software developed at The Apache Software Foundation (https://www.apache.org/).

            The archives of a release carry the jars of others that are named here; behind each name are the archives that have
            it. The texts of the licenses are in the folder licenses of an archive, and in features/licenses of the sources. What
            the authors of a jar want to be said is inside the jar, as META-INF/NOTICE.
            The sample images and the sample font have licenses of their own, see samples/LICENSES.md.
            """;

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        jars.names().stream()
                .filter(jar -> !ShippedJars.isOurs(jar))
                .collect(groupingBy(this::license, TreeMap::new, toList()))
                .forEach((license, names) -> {
                    text.append('\n').append(license).append('\n');
                    names.forEach(jar -> text.append("  %s: %s\n".formatted(jar, jars.places(jar))));
                });
        text.append("\nInside jars\n");
        table.parts().forEach(part -> append(part, text));
        return text.toString();
    }

    private String license(String jar) {
        JarLicense row = table.jars().stream()
                .filter(license -> license.names().match(jar))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no license of " + jar));
        return row.license() + ", " + row.text();
    }

    private void append(PartLicense part, StringBuilder text) {
        List<String> carriers = jars.names().stream()
                .filter(part.names()::match)
                .filter(jar -> jars.entries(jar).stream().anyMatch(part.paths()::match))
                .toList();
        text.append("  %s: %s, %s\n".formatted(part.what(), part.license(), part.text()));
        carriers.forEach(jar -> text.append("    in %s: %s\n".formatted(nameOnly(jar), jars.places(jar))));
        String nested = carriers.stream()
                .flatMap(jar -> jars.entries(jar).stream())
                .filter(entry -> entry.endsWith(".jar") && isFirstFor(part, entry))
                .distinct()
                .map(entry -> "    " + entry + "\n")
                .collect(joining());
        text.append(nested);
    }

    /** Whether no row above this one names a file, too. */
    private boolean isFirstFor(PartLicense part, String entry) {
        return table.parts().stream().filter(each -> each.paths().match(entry)).findFirst().stream()
                .anyMatch(part::equals);
    }

    /** A jar of ours without its version, which changes with each release. */
    private static String nameOnly(String jar) {
        return ShippedJars.isOurs(jar) ? jar.replaceFirst("-\\d[^-]*(-SNAPSHOT)?\\.jar$", "") : jar;
    }
}
