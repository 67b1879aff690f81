package dev.understudy.engine.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Support;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What does not work yet is known by name: marks of Digimarc. All else works, and all commands do. */
class WhatIsLeftTest {

    private static final List<String> ATTRIBUTES = List.of("DigimarcId", "DigimarcInfo");

    @Test
    void commands() {
        assertEquals(Set.of(), names(Commands.all(), row -> row.support() == Support.NONE, Command::name));
    }

    @Test
    void attributes() {
        assertEquals(
                Set.copyOf(ATTRIBUTES), names(Attributes.all(), row -> row.support() == Support.NONE, Attribute::name));
    }

    private static <T> Set<String> names(Collection<T> rows, Predicate<T> isLeft, Function<T, String> name) {
        Set<String> names = new TreeSet<>();
        rows.stream().filter(isLeft).map(name).forEach(names::add);
        return names;
    }
}
