package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.Catalogs;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogsCommandTest {

    private record Tenants(Catalogs catalogs, List<CatalogProblem> problems) implements CatalogService {}

    private static CatalogProblem problem(String rootId, String file, int line, CatalogStatus.State state) {
        return new CatalogProblem(rootId, file, line, "no number", state, Instant.EPOCH);
    }

    @Test
    void eachCatalogIsALineWithTheFileAndLineOfItsProblem() {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.defaults().record("logo", "logo.png");
        catalogs.tenant("shop").record("a", "a.jpg").record("b", "b.jpg");
        catalogs.tenant("gallery");
        Tenants tenants = new Tenants(
                catalogs,
                List.of(
                        problem("shop", "/srv/catalogs/shop.tsv", 12, CatalogStatus.State.PROBLEM),
                        problem("shop", "/srv/catalogs/shop.ini", 3, CatalogStatus.State.STALE),
                        problem("lost", "etc/dev.understudy.tenant-lost.cfg", 0, CatalogStatus.State.FAILED)));
        assertEquals("""
                catalog    records  state   newest problem
                (default)        1  ok
                gallery          0  ok
                lost       -        failed  etc/dev.understudy.tenant-lost.cfg: no number
                shop             2  stale   /srv/catalogs/shop.ini:3: no number""", new CatalogsCommand(tenants).run(List.of()));
    }

    @Test
    void helpExplainsTheStates() {
        String help = new CatalogsCommand(new Tenants(new TestCatalogs(), List.of())).help();
        assertTrue(help.contains("stale") && help.contains("failed"), help);
    }
}
