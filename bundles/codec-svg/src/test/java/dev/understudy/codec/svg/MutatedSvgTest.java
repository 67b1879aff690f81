package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.svg.document.SvgDamage;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are changed at random are painted, refused, or no XML; nothing else is thrown, which would pass for damage. */
class MutatedSvgTest {

    private static final List<String> TOKENS = List.of(
            "0", "-1", "1e6", "1e-6", "9999999", "%", "none", "url(#a)", "auto", "red", " ", ",", "z", "A", "inherit",
            "2 2", "in", "()", "#", ";", "all");

    private static final int CHANGES = 40;

    private final Random random = new Random(45);

    @Test
    void nothingUnexpectedIsThrown() throws IOException {
        int painted = 0;
        for (Path file : SvgRendering.shapes()) {
            String document = Files.readString(file, StandardCharsets.UTF_8);
            if (document.length() < 4000) {
                for (int i = 0; i < CHANGES; i++) {
                    painted += isPainted(changed(document)) ? 1 : 0;
                }
            }
        }
        assertTrue(painted > 100, painted + " were painted");
    }

    private String changed(String document) {
        int at = document.indexOf('\n') + random.nextInt(document.length() - document.indexOf('\n'));
        int end = Math.min(document.length(), at + random.nextInt(4));
        return document.substring(0, at) + TOKENS.get(random.nextInt(TOKENS.size())) + document.substring(end);
    }

    private static boolean isPainted(String document) {
        try {
            SvgRendering.paint(document);
            return true;
        } catch (SvgRefusal | SvgDamage refusal) {
            return false;
        } catch (UncheckedIOException damage) {
            assertTrue(damage.getCause() instanceof DamagedException, document);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(document, e);
        }
    }
}
