package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogsCommandTest {

    private static Catalog listed(String rootId, String... ids) {
        Map<String, Object> known = Map.of("rootId", rootId, "imageIds", Set.of(ids));
        return (Catalog) Proxy.newProxyInstance(
                Catalog.class.getClassLoader(),
                new Class<?>[] {Catalog.class},
                (proxy, method, arguments) -> known.get(method.getName()));
    }

    private record Tenants(Collection<Catalog> all, List<CatalogProblem> problems) implements CatalogService, Catalogs {
        @Override
        public Catalogs catalogs() {
            return this;
        }

        @Override
        public Catalog defaultCatalog() {
            return listed("", "logo");
        }

        @Override
        public Optional<Catalog> catalog(String rootId) {
            return all.stream()
                    .filter(catalog -> catalog.rootId().equals(rootId))
                    .findFirst();
        }
    }

    private static CatalogProblem problem(String rootId, String file, int line, boolean fatal) {
        return new CatalogProblem(rootId, file, line, "no number", fatal, Instant.EPOCH);
    }

    @Test
    void eachCatalogIsALineWithTheFileAndLineOfItsProblem() {
        Tenants tenants = new Tenants(
                List.of(listed("shop", "a", "b"), listed("gallery")),
                List.of(
                        problem("shop", "/srv/catalogs/shop.tsv", 12, false),
                        problem("shop", "/srv/catalogs/shop.ini", 3, true),
                        problem("lost", "etc/dev.understudy.tenant-lost.cfg", 0, true)));
        assertEquals("""
                catalog    records  state   newest problem
                (default)        1  ok
                gallery          0  ok
                lost       -        failed  etc/dev.understudy.tenant-lost.cfg: no number
                shop             2  stale   /srv/catalogs/shop.ini:3: no number""", new CatalogsCommand(tenants).run(List.of()));
    }

    @Test
    void helpExplainsTheStates() {
        String help = new CatalogsCommand(new Tenants(List.of(), List.of())).help();
        assertTrue(help.contains("stale") && help.contains("failed"), help);
    }
}
