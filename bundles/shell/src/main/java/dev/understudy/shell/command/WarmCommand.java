package dev.understudy.shell.command;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.observe.SourceWarming;
import dev.understudy.observe.SourceWarming.WarmingFigures;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells how many sources are kept smaller, and has those of a catalog be kept so. */
public final class WarmCommand implements OperatorCommand {

    private static final double MEGABYTE = 1 << 20;

    /** What requests call the catalog that has no root id. */
    private static final String DEFAULT_CATALOG = "default";

    private final SourceWarming warming;
    private final CatalogService service;

    public WarmCommand(SourceWarming warming, CatalogService service) {
        this.warming = warming;
        this.service = service;
    }

    @Override
    public String help() {
        return """
                understudy:warm
                How many images are kept at 1/2, 1/4 and 1/8 of their size, and how many wait for that.
                understudy:warm CATALOG
                Has the images of all records of a catalog be kept so, in the background; default for the default catalog.
                understudy:warm CATALOG ID...
                Has those of these records be kept so.""";
    }

    @Override
    public String run(List<String> arguments) {
        WarmingFigures figures = warming.figures();
        if (figures.maxBytes() == 0) {
            return "No image is kept smaller: levels.folder is empty, or the bundle levels is not there.";
        }
        if (arguments.isEmpty()) {
            return told(figures);
        }
        Collection<CatalogRecord> records = records(catalog(arguments.get(0)), arguments.subList(1, arguments.size()));
        int waiting = warming.warm(records);
        return waiting + " of " + records.size() + (records.size() == 1 ? " record waits." : " records wait.");
    }

    private static String told(WarmingFigures figures) {
        return String.format(
                Locale.ROOT,
                "%d levels, %.1f of %.1f MB, %d sources wait; used %d times, %d were damaged.",
                figures.levels(),
                figures.bytes() / MEGABYTE,
                figures.maxBytes() / MEGABYTE,
                figures.waiting(),
                figures.used(),
                figures.damaged());
    }

    private Catalog catalog(String name) {
        return name.equals(DEFAULT_CATALOG)
                ? service.catalogs().defaultCatalog()
                : service.catalogs()
                        .catalog(name)
                        .orElseThrow(() -> new IllegalArgumentException("There is no catalog '" + name + "'"));
    }

    private static Collection<CatalogRecord> records(Catalog catalog, List<String> ids) {
        if (ids.isEmpty()) {
            return catalog.imageIds().stream()
                    .map(catalog::image)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return ids.stream()
                .map(id -> catalog.image(id)
                        .orElseThrow(() -> new IllegalArgumentException("The catalog has no record '" + id + "'")))
                .toList();
    }
}
