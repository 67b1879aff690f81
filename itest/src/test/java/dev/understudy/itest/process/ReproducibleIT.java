package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.container.ToolPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two modules, a bundle and a plain jar, that are built once more from the same sources: in another folder, later, by a user with
 * another locale, time zone and umask. features/release/reproduce.sh does so with everything that goes out.
 */
class ReproducibleIT {

    private static final List<String> MODULES = List.of("bundles/api", "features/launcher");

    private static final Set<String> LEFT_OUT = Set.of("target", "src", ".git");

    @Test
    void jarsOfTheSameSourcesHaveTheSameBytes() throws Exception {
        Path mvn = ToolPath.orSkip(ToolPath.find("mvn"), "ReproducibleIT", "mvn is not on the PATH");
        Path folder = Setup.fresh("reproducible").folder();
        Path tree = folder.resolve("another/tree");
        copySources(tree);
        Path output = folder.resolve("mvn.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 077 && exec \"$0\" -B -ntp -q -Prelease -DskipTests -Dspotless.check.skip -am -pl \"$1\" package",
                        mvn.toString(),
                        String.join(",", MODULES))
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LC_ALL", "C",
                        "TZ", "Asia/Kathmandu",
                        "MAVEN_OPTS", "-Duser.language=tr -Duser.country=TR"));
        int exit = builder.start().waitFor();
        String said = Files.readString(output);
        // a release takes plug-ins that the tests do without, so that they may be missing where there is no network
        ToolPath.orSkip(
                exit == 0 || !said.contains("could not be resolved") ? Optional.of(tree) : Optional.empty(),
                "ReproducibleIT",
                "what a release is built with cannot be had: " + said);
        assertEquals(0, exit, said);
        for (String module : MODULES) {
            List<Path> jars = jars(tree.resolve(module));
            assertFalse(jars.isEmpty(), module);
            for (Path jar : jars) {
                Path first = Build.root().resolve(module).resolve("target").resolve(jar.getFileName());
                assertEquals(-1, Files.mismatch(first, jar), jar + " differs from " + first);
            }
        }
    }

    /** The sources of the modules, and the poms of all: Maven looks at them first. */
    private static void copySources(Path tree) throws IOException {
        Setup.copy(Build.root().resolve(".mvn"), tree.resolve(".mvn"));
        Files.walkFileTree(Build.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.endsWith("pom.xml")) {
                    Path copy = tree.resolve(Build.root().relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (String module : MODULES) {
            Setup.copy(
                    Build.root().resolve(module).resolve("src"),
                    tree.resolve(module).resolve("src"));
        }
    }

    private static List<Path> jars(Path module) throws IOException {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
