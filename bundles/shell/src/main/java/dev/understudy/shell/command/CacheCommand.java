package dev.understudy.shell.command;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RecordFields;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.CachedReplies.CacheFigures;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.observe.SourceWarming;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells how full the response cache is, and has replies forgotten, with what is kept of their sources. */
public final class CacheCommand implements OperatorCommand {

    private static final String PURGE = "purge";
    private static final double MEGABYTE = 1 << 20;

    private final CachedReplies replies;
    private final SourceWarming warming;
    private final CatalogService service;

    public CacheCommand(CachedReplies replies, SourceWarming warming, CatalogService service) {
        this.warming = warming;
        this.replies = replies;
        this.service = service;
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
                of a record of the default catalog, or a path.""";
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
        Predicate<ReplyOrigin> which = arguments.size() == 1 ? reply -> true : which(arguments.get(1));
        // before the replies, which are made of them
        int levels = warming.purge(source -> which.test(new ReplyOrigin(List.of(), Set.of(source))));
        String told = counted(replies.purge(which), "reply", "replies");
        return told + (levels == 0 ? "" : " and " + counted(levels, "level of sources", "levels of sources"))
                + " forgotten.";
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

    private Predicate<ReplyOrigin> which(String name) {
        Catalogs catalogs = service.catalogs();
        Optional<Catalog> tenant = catalogs.catalog(name);
        if (tenant.isPresent()) {
            return ofCatalog(tenant.get());
        }
        int slash = name.indexOf('/');
        Catalog catalog = (slash < 0 ? Optional.<Catalog>empty() : catalogs.catalog(name.substring(0, slash)))
                .orElse(catalogs.defaultCatalog());
        String id = catalog.rootId().isEmpty() ? name : name.substring(slash + 1);
        String rootPath = catalog.get(Attributes.ROOT_PATH);
        Predicate<ReplyOrigin> named = reply -> reply.objects().contains(name)
                || reply.sources().stream().anyMatch(source -> isOneOf(source, rootPath, List.of(id)));
        return catalog.image(id)
                .or(() -> catalogs.defaultCatalog().image(id))
                .map(record -> named.or(ofRecord(record)))
                .orElse(named);
    }

    /** Two objects with one file share their replies, which are known by the name of the first that was asked for. */
    private static Predicate<ReplyOrigin> ofRecord(CatalogRecord record) {
        String rootId = record.catalog().rootId();
        String name = rootId.isEmpty() ? record.id() : rootId + "/" + record.id();
        String rootPath = record.catalog().get(Attributes.ROOT_PATH);
        List<String> paths = List.of(record.get(RecordFields.PATH), record.get(RecordFields.MASK_PATH));
        return reply -> reply.objects().contains(name)
                || reply.sources().stream().anyMatch(source -> isOneOf(source, rootPath, paths));
    }

    private static boolean isOneOf(SourceKey source, String rootPath, List<String> paths) {
        return source.rootPath().equals(rootPath)
                && paths.stream()
                        .filter(path -> !path.isEmpty())
                        .anyMatch(path ->
                                source.path().equals(path) || source.path().startsWith(path + "."));
    }

    private static Predicate<ReplyOrigin> ofCatalog(Catalog catalog) {
        String rootPath = catalog.get(Attributes.ROOT_PATH);
        return reply -> reply.objects().stream().anyMatch(object -> object.startsWith(catalog.rootId() + "/"))
                || reply.sources().stream().anyMatch(source -> source.rootPath().equals(rootPath));
    }
}
