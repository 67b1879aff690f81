package dev.understudy.catalog.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.settings.ByteOrderMark;
import dev.understudy.settings.ConfigurationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFilesTest {

    private static final String TELLS =
            ": this is no tenant's configuration: the name of such a file is" + " dev.understudy.tenant-NAME.cfg";

    @TempDir
    private Path etc;

    private Tenants.Found found(String pid, String file, boolean tenant) throws Exception {
        Files.writeString(etc.resolve(file), "RootId=x");
        Map<String, Object> properties =
                Map.of("felix.fileinstall.filename", etc.resolve(file).toUri().toString());
        return new Tenants.Found(pid, properties, ConfigurationFile.of(pid, properties), tenant);
    }

    private static Set<String> told(List<CatalogProblem> strays) {
        return strays.stream().map(CatalogProblem::catalog).collect(Collectors.toSet());
    }

    @Test
    void aFileThatNobodyTakesIsNamedAfterAWhile() throws Exception {
        TenantFiles files = new TenantFiles(Optional.of(etc));
        List<Tenants.Found> taken = List.of(
                found("dev.understudy.tenant~a", "dev.understudy.tenant-a.cfg", true),
                found("dev.understudy.tenant~b", "dev.understudy.tenant~b.cfg", true));
        for (String name : List.of(
                "dev.understudy.tenant-c.cfg.json",
                "dev.understudy.Tenant-d.CFG",
                "dev.understudy.tenants-e.cfg",
                "dev.understudy.tenant.f.cfg",
                "dev.understudy.tenant-g.cfg.bak",
                "dev.understudy.tenant-h.cfg~",
                "dev.understudy.engine.cfg")) {
            Files.writeString(etc.resolve(name), "RootId=x");
        }
        assertEquals(Set.of(), told(files.strays(taken, 0)));
        assertEquals(Set.of(), told(files.strays(taken, 4999)));
        List<CatalogProblem> strays = files.strays(taken, 5000);
        assertEquals(
                Set.of(
                        "dev.understudy.tenant-c.cfg.json",
                        "dev.understudy.Tenant-d.CFG",
                        "dev.understudy.tenants-e.cfg",
                        "dev.understudy.tenant.f.cfg"),
                told(strays));
        assertEquals(etc + "/" + strays.get(0).catalog() + TELLS, strays.get(0).toString());
    }

    @Test
    void aFileThatIsTakenInAnotherFormIsNone() throws Exception {
        Files.writeString(etc.resolve("dev.understudy.tenant~c.cfg.json"), "{}");
        Tenants.Found unnamed = new Tenants.Found(
                "dev.understudy.tenant~c", Map.of(), ConfigurationFile.of("dev.understudy.tenant~c", Map.of()), true);
        TenantFiles files = new TenantFiles(Optional.of(etc));
        files.strays(List.of(unnamed), 0);
        assertEquals(List.of(), files.strays(List.of(unnamed), 10_000));
    }

    @Test
    void aConfigurationThatIsNoTenantIsNamedAtOnce() throws Exception {
        Tenants.Found single = found("dev.understudy.tenant.f", "dev.understudy.tenant.f.cfg", false);
        TenantFiles files = new TenantFiles(Optional.empty());
        assertEquals(Set.of("dev.understudy.tenant.f.cfg"), told(files.strays(List.of(single), 0)));
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        for (String mark : List.of("\uFEFF", "\u00EF\u00BB\u00BF")) {
            assertEquals(
                    Map.of("RootId", "acme", "PublishInfo", "x"),
                    ByteOrderMark.removed(Map.of(mark + "RootId", "acme", "PublishInfo", "x")));
            assertEquals(
                    Map.of("RootId", "acme"), ByteOrderMark.removed(Map.of(mark + "#", "a tenant", "RootId", "acme")));
        }
    }
}
