package dev.understudy.catalog.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MacrosTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void namesDoNotCareAboutCase() {
        Macros macros = of(Macros.NONE, "Thumb", "wid=120");
        assertEquals(Optional.of("wid=120"), macros.find("thumb"));
        assertEquals(Optional.empty(), macros.find("thum"));
    }

    @Test
    void aMacroMayInvokeWhatIsDefinedBeforeIt() {
        Macros macros = of(Macros.NONE, "crisp", "qlt=90", "pdp", "$CRISP$&wid=800&$crisp$");
        assertEquals(Optional.of("qlt=90&wid=800&qlt=90"), macros.find("pdp"));
    }

    @Test
    void aMacroMayInvokeTheDefaultCatalogsOfTheSameName() {
        Macros defaults = of(Macros.NONE, "thumb", "wid=120", "other", "wid=1");
        Macros macros = of(defaults, "thumb", "$thumb$&qlt=60");
        assertEquals(Optional.of("wid=120&qlt=60"), macros.find("thumb"));
        assertEquals(Optional.of("wid=1"), macros.find("other"));
        assertEquals(Optional.of("wid=120"), defaults.find("thumb"));
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void circlesEndWhereTheyBegin() {
        Macros macros = of(Macros.NONE, "a", "$b$&wid=1", "b", "$a$&hei=2", "self", "$self$");
        assertEquals(Optional.of("wid=1"), macros.find("a"));
        assertEquals(Optional.of("wid=1&hei=2"), macros.find("b"));
        assertEquals(Optional.of(""), macros.find("self"));
        assertEquals(
                List.of(1, 3), diagnostics.list().stream().map(Diagnostic::line).toList());
        assertTrue(diagnostics.list().get(0).message().contains("'b'"));
    }

    @Test
    void variablesAreNoMacros() {
        assertEquals(
                Optional.of("wid=$side$&text=$a$$b$&$side=3"),
                of(Macros.NONE, "box", "wid=$side$&text=$a$$b$&$side=3").find("box"));
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void theLastDefinitionCounts() {
        assertEquals(
                Optional.of("wid=2"),
                of(Macros.NONE, "a", "wid=1", "A", "wid=2").find("a"));
        assertEquals(2, diagnostics.list().get(0).line());
    }

    @Test
    void whatMultipliesIsCutOff() {
        List<String> bomb = new ArrayList<>(List.of("m0", "wid=100"));
        for (int i = 1; i < 100; i++) {
            bomb.addAll(List.of("m" + i, ("$m" + (i - 1) + "$&").repeat(10) + "hei=1"));
        }
        Macros macros = of(Macros.NONE, bomb.toArray(String[]::new));
        assertTrue(macros.find("m3").isPresent());
        assertTrue(macros.find("m4").isEmpty());
        assertTrue(diagnostics.list().get(0).message().contains("m4"));
    }

    private Macros of(Macros defaults, String... namesAndDefinitions) {
        List<Macro> macros = new ArrayList<>();
        for (int i = 0; i < namesAndDefinitions.length; i += 2) {
            macros.add(new Macro(namesAndDefinitions[i], namesAndDefinitions[i + 1], i / 2 + 1));
        }
        return Macros.of(macros, defaults, diagnostics);
    }
}
