package dev.understudy.shell.command;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.shell.text.TextTable;
import java.util.List;
import java.util.Locale;

/** Tells how each catalog is. */
public final class CatalogsCommand implements OperatorCommand {

    private final CatalogService catalogs;

    public CatalogsCommand(CatalogService catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public String help() {
        return """
                understudy:catalogs
                Each catalog with its image records, its state and its newest problem. The states:
                  ok       nothing is wrong
                  problem  something in it was left out
                  stale    it cannot be loaded; its last good state is served
                  failed   it was never good; what can be read of it is served, if anything""";
    }

    @Override
    public String run(List<String> arguments) {
        OperatorCommand.requireNone(arguments);
        TextTable table = new TextTable("catalog", "records", "state", "newest problem");
        for (CatalogStatus status : CatalogStatus.of(catalogs)) {
            Catalog catalog = status.catalog();
            CatalogProblem problem = status.problem();
            table.row(
                    OperatorCommand.tenant(status.name()),
                    catalog == null ? "-" : catalog.imageIds().size(),
                    status.state().name().toLowerCase(Locale.ROOT),
                    problem == null ? "" : problem);
        }
        return table.toString();
    }
}
