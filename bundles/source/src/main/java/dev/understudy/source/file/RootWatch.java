package dev.understudy.source.file;

import dev.understudy.observe.SourceRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which root folders are there and which have been. One that was there has been taken away, as by a network that
 * failed, and what a catalog says is in it is not known to be missing; one that never was is a mistake in the configuration.
 */
public final class RootWatch implements SourceRoots {

    private static final Logger LOG = LoggerFactory.getLogger(RootWatch.class);

    private final RootFolders folders;
    private final Map<Path, State> states = new ConcurrentHashMap<>();

    /** Looks at the folders of the server; those of catalogs with an absolute root path come to be known when they are used. */
    public RootWatch(RootFolders folders) {
        this.folders = folders;
        refresh();
    }

    @Override
    public List<SourceRoot> entries() {
        List<SourceRoot> entries = new ArrayList<>();
        add(SourceSettingTable.IMAGES.name(), folders.images(), entries);
        add(SourceSettingTable.STATIC_CONTENT.name(), folders.staticContent(), entries);
        return entries;
    }

    /** Looks at the server's folders again; may take long when a network does not answer. */
    public void refresh() {
        folders.images().forEach(this::look);
        folders.staticContent().forEach(this::look);
    }

    /** Takes note that a folder is there, since a file was found in it. */
    void found(Path folder) {
        if (states.get(folder) != State.PRESENT) {
            look(folder);
        }
    }

    /** The state of a folder, looked at now. */
    State look(Path folder) {
        boolean present = Files.isDirectory(folder);
        State before = states.get(folder);
        State now = present ? State.PRESENT : before == null || before == State.ABSENT ? State.ABSENT : State.VANISHED;
        if (before != now) {
            tell(folder, states.put(folder, now), now);
        }
        return now;
    }

    private static void tell(Path folder, State before, State now) {
        if (now == State.VANISHED && before != now) {
            LOG.warn(
                    "The root folder {} has gone; images of catalogs that no other root has are answered with 503 until it is back",
                    folder);
        } else if (now == State.PRESENT && before != null && before != now) {
            LOG.info("The root folder {} is there {}", folder, before == State.VANISHED ? "again" : "now");
        }
    }

    private void add(String setting, List<Path> roots, List<SourceRoot> entries) {
        for (int i = 0; i < roots.size(); i++) {
            entries.add(new SourceRoot(setting, i + 1, states.getOrDefault(roots.get(i), State.ABSENT)));
        }
    }
}
