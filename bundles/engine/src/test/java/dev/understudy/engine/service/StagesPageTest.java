package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.caching.ImageProducer;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.serve.ImageService;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of stages in docs/ARCHITECTURE.md, held against those that the engine puts together. */
class StagesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "ARCHITECTURE.md");

    /** A line of the list: a type by its name, indented, and what it does. */
    private static final Pattern STAGE = Pattern.compile("^ {5,}([A-Z]\\w*) {2,}\\S.*$");

    @Test
    void thePageListsTheStagesInTheirOrder() throws IOException, ReflectiveOperationException {
        try (Engine engine = EngineSetup.engine(
                1, 1, new TestImages(PAGE), new KeptReplies(), new FailedSources(10, InstantSource.system()))) {
            assertEquals(listed(), longestChain(engine).stream().skip(1).toList());
        }
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## A request"))
                .takeWhile(line -> !line.startsWith("* "))
                .map(STAGE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /** The names of a stage and of those behind it; where a stage has two, the one with more behind it. */
    private static List<String> longestChain(Object stage) throws ReflectiveOperationException {
        List<String> behind = List.of();
        for (Field field : stage.getClass().getDeclaredFields()) {
            if (!field.isSynthetic() && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(stage);
                if (isStage(value)) {
                    List<String> chain = longestChain(value);
                    behind = chain.size() > behind.size() ? chain : behind;
                }
            }
        }
        List<String> chain = new ArrayList<>(List.of(stage.getClass().getSimpleName()));
        chain.addAll(behind);
        return chain;
    }

    private static boolean isStage(Object value) {
        return value instanceof ImageService || value instanceof Responder || value instanceof ImageProducer;
    }
}
