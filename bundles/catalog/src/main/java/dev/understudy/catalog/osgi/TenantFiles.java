package dev.understudy.catalog.osgi;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folder that configurations are installed from. A file in it that looks like a tenant's and is none is told. */
final class TenantFiles {

    private static final Pattern NAME = Pattern.compile(
            "dev\\.understudy\\.tenants?[-~._].*\\.(cfg|config|json|conf|ini|properties|txt)",
            Pattern.CASE_INSENSITIVE);

    /** The time in which an installer should have taken a file. */
    private static final long PATIENCE = 5000;

    private static final int FEW = 500;

    private final Optional<Path> folder;
    private final Map<Path, Long> untaken = new HashMap<>();
    private List<CatalogProblem> last = List.of();
    private long looked;

    /**
     * @param folder the folder of File Install; empty where there is none
     */
    TenantFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The problems of configurations and files that look like a tenant's and are none, found at no particular time. Where there are many
     * configurations, they are looked for from time to time.
     */
    List<CatalogProblem> strays(List<Tenants.Found> configurations, long now) {
        if (configurations.size() <= FEW || Math.abs(now - looked) >= PATIENCE) {
            looked = now;
            last = look(configurations, now);
        }
        return last;
    }

    private List<CatalogProblem> look(List<Tenants.Found> configurations, long now) {
        List<CatalogProblem> strays = new ArrayList<>();
        configurations.stream()
                .filter(found -> !found.isTenant())
                .forEach(found ->
                        strays.add(stray(found.file().name(), found.file().lastPart())));
        Set<String> taken = configurations.stream()
                .flatMap(found -> List.of(found.file().name(), stem(found.pid())).stream())
                .collect(Collectors.toSet());
        List<Path> present = files().stream()
                .filter(file -> !taken.contains(file.toString())
                        && !taken.contains(stem(file.getFileName().toString())))
                .toList();
        untaken.keySet().retainAll(present);
        for (Path file : present) {
            if (now - untaken.computeIfAbsent(file, key -> now) >= PATIENCE) {
                strays.add(stray(file.toString(), file.getFileName().toString()));
            }
        }
        return strays;
    }

    private static CatalogProblem stray(String file, String name) {
        String message = "this is no tenant's configuration: the name of such a file is " + Tenants.PID + "-NAME.cfg";
        return new CatalogProblem(name, file, 0, message, State.FAILED, Instant.EPOCH);
    }

    /** A name without what installers do not care about: the suffix, and the sign before the tenant's name. */
    private static String stem(String name) {
        return name.replaceFirst("(\\.cfg\\.json|\\.cfg|\\.config)$", "").replace('~', '-');
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (folder.isPresent()) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(
                    folder.get(),
                    file -> NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file))) {
                found.forEach(files::add);
            } catch (IOException e) {
                return List.of(); // a folder that cannot be read has no files that anybody could take
            }
        }
        return files;
    }
}
