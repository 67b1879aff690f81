package dev.understudy.itest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packages of npm in a folder of their own. */
public final class NodeModules {

    private NodeModules() {}

    /**
     * Installs packages, with what npm finds, and puts a script of the test's resources beside them; empty where there is no Node
     * or no network.
     */
    public static Optional<Path> install(Path folder, String resource, String... packages) {
        try {
            Files.createDirectories(folder);
            copy(resource, folder);
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
            command.addAll(List.of(packages));
            Process npm = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.txt").toFile())
                    .start();
            return npm.waitFor() == 0 ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Puts a resource of the tests into a folder, by its own name. */
    public static void copy(String resource, Path folder) throws IOException {
        try (InputStream in = NodeModules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            Path name = Path.of(resource).getFileName();
            Files.copy(in, folder.resolve(name.toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
