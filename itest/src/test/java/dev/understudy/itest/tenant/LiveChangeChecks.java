package dev.understudy.itest.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is changed on disk is served three seconds later. */
abstract class LiveChangeChecks {

    private static final Duration SOON = Duration.ofSeconds(3);

    abstract Server server();

    @Test
    void aTenantComesChangesAndGoes() throws IOException {
        String image = "/is/image/acme/birds/nuthatch.jpg";
        Path file = server().etc().resolve("dev.understudy.tenant-acme.cfg");
        assertEquals(403, server().client().get(image).status());

        Files.writeString(file, "RootId = acme\nRootPath = gallery\nDefaultPix = 300,300\n");
        awaitSoon(image, response -> response.status() == 200);
        assertEquals(300, server().client().get(image).image().getWidth());

        Files.writeString(file, "RootId = acme\nRootPath = gallery\nDefaultPix = 200,200\n");
        awaitSoon(
                image, response -> response.status() == 200 && response.image().getWidth() == 200);

        Files.delete(file);
        awaitSoon(image, response -> response.status() == 403);
    }

    @Test
    void aTenantThatCannotBeUsedLeavesTheOthersAlone() throws IOException {
        Path file = server().etc().resolve("dev.understudy.tenant-broken.cfg");
        Files.writeString(file, "RootId = broken\nRootPath = gallery\nDefaultPix = wide\n");
        Response health = server().client()
                .await("/health", SOON, response -> response.text().contains("broken"));
        assertEquals(200, health.status(), health::toString);
        assertEquals(
                200, server().client().get("/is/image/gallery/bridge?wid=77").status());

        Files.delete(file);
        awaitSoon("/health", response -> !response.text().contains("broken"));
    }

    /** Installers take the mark for a part of the first name, and the tilde for a part of the whole. */
    @Test
    void aTildeInTheNameAndAMarkAtTheStartOfATenantsFileDoNoHarm() throws IOException {
        Path file = server().etc().resolve("dev.understudy.tenant~tilde.cfg");
        Files.writeString(file, "\uFEFFRootId = tilde\nRootPath = gallery\n");
        awaitSoon("/is/image/tilde/birds/nuthatch.jpg?wid=20", response -> response.status() == 200);

        Files.delete(file);
        awaitSoon("/is/image/tilde/birds/nuthatch.jpg?wid=20", response -> response.status() == 403);
    }

    @Test
    void aFileThatOnlyLooksLikeATenantsIsNamed() throws IOException {
        Path file = server().etc().resolve("dev.understudy.tenants-lost.cfg");
        Files.writeString(file, "RootId = lost\n");
        awaitSoon(
                "/health",
                response ->
                        response.text().contains("\"name\":\"dev.understudy.tenants-lost.cfg\",\"state\":\"failed\""));

        Files.delete(file);
        awaitSoon("/health", response -> !response.text().contains("tenants-lost"));
    }

    @Test
    void rulesAreReadWithTheirCatalogAndWhileNoneWereGoodNobodyIsLetIn() throws IOException {
        Path ini = server().setup().catalogs().resolve("barred.ini");
        Path rules = server().setup().catalogs().resolve("barred.xml");
        String image = "/is/image/barred/birds/nuthatch.jpg-small";
        Files.writeString(rules, "<ruleset><rule OnMatch='stop'/></ruleset>");
        Files.writeString(ini, "RootId=barred\nRootPath=gallery\nRuleSetFile=barred.xml\nErrorDetail=2\n");
        awaitSoon(image, response -> response.status() == 403 && response.text().contains("its rules cannot be read"));
        Response health = server().client().get("/health");
        assertTrue(health.text().contains("\"name\":\"barred\",\"state\":\"failed\""), health::text);
        assertEquals(403, server().client().get("/is/content/barred/about.txt").status());

        Files.writeString(rules, small("?wid=20"));
        awaitSoon(
                image, response -> response.status() == 200 && response.image().getWidth() == 20);
        Files.writeString(rules, small("?wid=30"));
        awaitSoon(image, response -> response.image().getWidth() == 30);
        Files.writeString(rules, small("$7"));
        awaitSoon("/health", response -> response.text().contains("\"name\":\"barred\",\"state\":\"stale\""));
        assertEquals(30, server().client().get(image).image().getWidth());

        Files.delete(ini);
        awaitSoon("/health", response -> !response.text().contains("barred"));
    }

    private static String small(String substitution) {
        return "<ruleset><rule><expression>-small$</expression><substitution>" + substitution
                + "</substitution></rule></ruleset>";
    }

    @Test
    void aCatalogFileChanges() throws IOException {
        Path ini = server().setup().catalogs().resolve("shop.ini");
        String before = Files.readString(ini);
        String image = "/is/image/shop/drum";
        assertEquals(400, server().client().get(image).image().getHeight());

        Files.writeString(ini, before + "\nDefaultPix=250,250\n");
        awaitSoon(image, response -> response.image().getHeight() == 250);

        Files.writeString(ini, before);
        awaitSoon(image, response -> response.image().getHeight() == 400);
    }

    @Test
    void aSettingThatCannotBeUsedLeavesTheOneBefore() throws IOException {
        Path file = server().etc().resolve("dev.understudy.engine.cfg");
        String before = Files.readString(file);
        Files.writeString(file, before + "\ndeadline = 90000\n");
        Response health = server().client()
                .await("/health", SOON, response -> response.text().contains("\"setting\":\"deadline\""));
        assertEquals(200, health.status(), health::toString);
        assertEquals(
                200, server().client().get("/is/image/gallery/bridge?wid=78").status());

        Files.writeString(file, before);
        awaitSoon("/health", response -> response.text().contains("\"settings\":[]"));
    }

    @Test
    void aRecordIsAddedAndRemoved() throws IOException {
        Path data = server().setup().catalogs().resolve("gallery-updates.tsv");
        byte[] before = Files.readAllBytes(data);
        String exists = "/is/image/gallery/brand-new?req=exists";
        awaitSoon(exists, response -> response.text().contains("catalogRecord.exists=0"));

        Files.writeString(data, Files.readString(data) + "hills.jpg\tbrand-new\n");
        awaitSoon(exists, response -> response.text().contains("catalogRecord.exists=1"));

        Files.write(data, before);
        awaitSoon(exists, response -> response.text().contains("catalogRecord.exists=0"));
    }

    private void awaitSoon(String target, Predicate<Response> wanted) {
        server().client().await(target, SOON, wanted);
    }
}
