package dev.understudy.shell.command;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RecordFields;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.CachedReplies.CacheFigures;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ReplySelection.SelectedFile;
import dev.understudy.observe.SourceWarming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how full the response cache is, and has replies forgotten, with what is kept of their sources. */
public final class CacheCommand implements OperatorCommand {

    private static final String PURGE = "purge";
    private static final double MEGABYTE = 1 << 20;

    private final CachedReplies replies;
    private final SourceWarming warming;
    private final CatalogService service;
    private final OptionalService<CacheCluster> cluster = new OptionalService<>();

    public CacheCommand(CachedReplies replies, SourceWarming warming, CatalogService service) {
        this.warming = warming;
        this.replies = replies;
        this.service = service;
    }

    /** The servers that forget, too. */
    public OptionalService<CacheCluster> cluster() {
        return cluster;
    }

    @Override
    public String help() {
        return """
                understudy:cache
                How many replies are kept, and how much room they take.
                understudy:cache purge
                Forgets all kept replies, and all sources that are kept smaller.
                understudy:cache purge CATALOG
                Forgets those that an object or a file of this catalog is in.
                understudy:cache purge OBJECT
                Forgets those that this object is in, in whichever size and place; OBJECT as in a request: CATALOG/ID, or the ID
                of a record of the default catalog, or a path. A name that is none of these, and of which nothing is kept, is a mistake.
                Servers that share replies forget them, too.""";
    }

    @Override
    public String run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return figures(replies.figures());
        }
        if (!arguments.get(0).equals(PURGE) || arguments.size() > 2) {
            throw new IllegalArgumentException("'" + String.join(" ", arguments)
                    + "' is not understood; allowed: nothing, purge, purge CATALOG, purge OBJECT");
        }
        return arguments.size() == 1 ? purge(ReplySelection.ALL).told() : purge(arguments.get(1));
    }

    private String purge(String name) {
        NamedSelection named = named(name);
        Purged purged = purge(named.which());
        if (!named.known() && purged.nothing()) {
            throw new IllegalArgumentException("There is no catalog and no image '" + name
                    + "', and nothing is kept of a file of that name." + purged.others());
        }
        return purged.told();
    }

    private Purged purge(ReplySelection which) {
        // first what others may still give, then what replies are made of
        String others = forgottenByOthers(which);
        int levels = warming.purge(List.of(which));
        return new Purged(replies.purge(which), levels, others);
    }

    /**
     * What has been forgotten.
     *
     * @param others what the other servers do, as a sentence; empty where there are none
     */
    private record Purged(int replies, int levels, String others) {

        boolean nothing() {
            return replies == 0 && levels == 0;
        }

        String told() {
            return counted(replies, "reply", "replies")
                    + (levels == 0 ? "" : " and " + counted(levels, "level of sources", "levels of sources"))
                    + " forgotten." + others;
        }
    }

    private String forgottenByOthers(ReplySelection which) {
        CacheCluster present = cluster.get();
        if (present == null || present.figures().state() == CacheCluster.State.OFF) {
            return "";
        }
        int others = present.forget(which);
        return others == 0
                ? " No other server is there; those that come are told."
                : " " + counted(others, "other server has", "other servers have") + " been told.";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String figures(CacheFigures figures) {
        return figures.folders() == 0
                ? "No reply is kept: cache.rootPaths is empty."
                : String.format(
                        Locale.ROOT,
                        "%d of %d replies, %.1f of %.1f MB, %d of %d folders in use.",
                        figures.entries(),
                        figures.maxEntries(),
                        figures.bytes() / MEGABYTE,
                        figures.maxBytes() / MEGABYTE,
                        figures.usable(),
                        figures.folders());
    }

    /**
     * What is made of that which goes by a name.
     *
     * @param known whether a catalog or a record has it; if not, it may be the path of a file
     */
    private record NamedSelection(ReplySelection which, boolean known) {}

    private NamedSelection named(String name) {
        Catalogs catalogs = service.catalogs();
        Optional<Catalog> tenant = catalogs.catalog(name);
        if (tenant.isPresent()) {
            String rootPath = tenant.get().get(Attributes.ROOT_PATH);
            return new NamedSelection(ReplySelection.ofCatalog(tenant.get().rootId(), rootPath), true);
        }
        int slash = name.indexOf('/');
        Catalog catalog = (slash < 0 ? Optional.<Catalog>empty() : catalogs.catalog(name.substring(0, slash)))
                .orElse(catalogs.defaultCatalog());
        String id = catalog.rootId().isEmpty() ? name : name.substring(slash + 1);
        Set<String> objects = new LinkedHashSet<>(Set.of(name));
        Set<SelectedFile> files = new LinkedHashSet<>(files(catalog, Stream.of(id)));
        Optional<CatalogRecord> found =
                catalog.image(id).or(() -> catalogs.defaultCatalog().image(id));
        found.ifPresent(record -> {
            objects.add(nameOf(record));
            // Two objects with one file share their replies, which are known by the name of the first that was asked
            // for.
            files.addAll(files(
                    record.catalog(), Stream.of(record.get(RecordFields.PATH), record.get(RecordFields.MASK_PATH))));
        });
        return new NamedSelection(ReplySelection.of(objects, files), found.isPresent());
    }

    private static String nameOf(CatalogRecord record) {
        String rootId = record.catalog().rootId();
        return rootId.isEmpty() ? record.id() : rootId + "/" + record.id();
    }

    private static Set<SelectedFile> files(Catalog catalog, Stream<String> paths) {
        String rootPath = catalog.get(Attributes.ROOT_PATH);
        return paths.filter(path -> !path.isEmpty())
                .map(path -> new SelectedFile(rootPath, path))
                .collect(Collectors.toSet());
    }
}
