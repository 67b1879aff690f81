package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Row 43: configuration or catalog files that are invalid, or only half there. */
class ConfigurationFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    /** Which file gets which lines, and where the trouble is said to be. */
    static Stream<Arguments> invalidFiles() {
        return Stream.of(
                Arguments.of("ini", "DefaultPix=wide", "invalid\\.ini:7: DefaultPix"),
                Arguments.of("ini", "CatalogFile=not-there.tsv", "not-there\\.tsv: .* invalid\\.ini:7 "),
                Arguments.of("tsv", "third\t\"a quotation without an end", "invalid\\.tsv:6: "));
    }

    @ParameterizedTest(name = "43: an invalid line in a {0} file: {1}")
    @MethodSource("invalidFiles")
    void theLastGoodOneStays(String extension, String line, String place) throws IOException {
        FaultTenant tenant = tenant("invalid");
        Path file = tenant.setup().catalogs().resolve(tenant.name() + "." + extension);
        String before = Files.readString(file);
        int said = said(tenant.setup(), place).size();

        Files.writeString(file, before + line + "\n");
        Response health = client().await("/health", SOON, response -> isNamed(response, tenant.name(), "stale"));
        assertEquals(200, health.status());
        assertTrue(health.text().matches("(?s).*\"problem\":\"" + place + ".*"), health::text);
        assertServes(tenant, 80);
        List<String> says = said(tenant.setup(), place);
        assertEquals(said + 1, says.size(), says::toString);

        Files.writeString(file, before);
        client().await("/health", SOON, response -> isNamed(response, tenant.name(), "ok"));
        assertServes(tenant, 80);
        assertEquals(said + 1, said(tenant.setup(), place).size());
    }

    @Test
    @DisplayName("43: an invalid configuration of a tenant")
    void soDoesATenantOfConfigAdmin() throws IOException {
        tenant("configured");
        Path file = SERVER.server().etc().resolve("dev.understudy.tenant-admin.cfg");
        String sound = "RootId = admin\nRootPath = configured\nDefaultPix = 40,40\n";
        Files.writeString(file, sound);
        String image = "/is/image/admin/" + FaultTenant.IMAGE;
        client().await(image, SOON, response -> response.status() == 200);

        Files.writeString(file, sound + "MaxPix = wide\n");
        Response health = client().await("/health", SOON, response -> isNamed(response, "admin", "stale"));
        assertTrue(health.text().contains("MaxPix"), health::text);
        assertEquals(40, client().get(image).image().getWidth());

        Files.writeString(file, sound);
        client().await("/health", SOON, response -> isNamed(response, "admin", "ok"));
        Files.delete(file);
        client().await(image, SOON, response -> response.status() == 403);
    }

    private static FaultTenant tenant(String name) throws IOException {
        FaultTenant tenant = new FaultTenant(SERVER.server().setup(), name);
        tenant.create(LocalFaults.HERE, "DefaultPix=80,80\n", "");
        tenant.awaitLoaded(client());
        return tenant;
    }

    private static void assertServes(FaultTenant tenant, int width) {
        Response response = client().get("/is/image/" + tenant.name() + "/second");
        assertEquals(200, response.status(), response::toString);
        assertEquals(width, response.image().getWidth());
    }

    private static boolean isNamed(Response health, String tenant, String state) {
        return health.text().contains("{\"name\":\"" + tenant + "\",\"state\":\"" + state + "\"");
    }

    /** What the server has said of a place in a file. */
    private static List<String> said(Setup setup, String place) throws IOException {
        return Files.readAllLines(setup.logs().resolve("understudy.log")).stream()
                .filter(line -> line.matches(".* ERROR .*" + place + ".*"))
                .toList();
    }

    private static Client client() {
        return SERVER.client();
    }
}
