package dev.understudy.engine.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Support;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.settings.ServerSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What does not work is known by name: marks of Digimarc, which take a licensed library, and the alerts of the supervisor. All commands, types of
 * requests and other attributes and fields do.
 */
class WhatIsLeftTest {

    private static final List<String> ATTRIBUTES = List.of("DigimarcId", "DigimarcInfo");

    /** What the supervisor has is left to whatever watches the server. */
    private static final List<String> SETTINGS = List.of("AS::");

    @Test
    void commands() {
        assertEquals(Set.of(), names(Commands.all(), row -> row.support() == Support.NONE, Command::name));
    }

    @Test
    void attributes() {
        assertEquals(
                Set.copyOf(ATTRIBUTES), names(Attributes.all(), row -> row.support() == Support.NONE, Attribute::name));
    }

    @Test
    void fields() {
        assertEquals(
                Set.of("DigimarcInfo"),
                names(RecordFields.all(), row -> row.support() == Support.NONE, RecordField::name));
    }

    @Test
    void requestTypes() {
        assertEquals(
                Set.of(),
                names(List.of(RequestType.values()), row -> row.support() != Support.FULL, RequestType::value));
    }

    @Test
    void settings() {
        Set<String> left = names(
                List.of(ServerSetting.values()),
                row -> row.support() == Support.NONE && !row.isReplaced(),
                ServerSetting::reference);
        left.removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
        assertEquals(Set.of(), left);
    }

    /** The pages say so of nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"attributes", "commands", "record-fields", "request-types", "known-differences", "rtf"})
    void pages(String page) throws IOException {
        List<String> lines = Files.readAllLines(
                Path.of(System.getProperty("understudy.root", "../..")).resolve("docs/protocol/" + page + ".md"));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.startsWith("|") && line.contains("not yet") && !line.contains("Digimarc"))
                        .toList());
    }

    private static <T> Set<String> names(Collection<T> rows, Predicate<T> isLeft, Function<T, String> name) {
        Set<String> names = new TreeSet<>();
        rows.stream().filter(isLeft).map(name).forEach(names::add);
        return names;
    }
}
