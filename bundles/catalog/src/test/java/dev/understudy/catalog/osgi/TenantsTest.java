package dev.understudy.catalog.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantsTest {

    @Test
    void valuesOfAnyTypeBecomeWhatAFileWouldSay() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "RootId",
                "acme",
                "CatalogFile",
                new String[] {"a.tsv", "b.tsv"},
                "MaxPix",
                new int[] {100, 200},
                "DefaultPix",
                List.of(10L, 20L),
                "Expiration",
                0.5,
                "ErrorDetail",
                2,
                "FullMatch",
                true,
                "UseLastModified",
                false,
                "DefaultImage",
                ""));
        properties.put("service.pid", "dev.understudy.tenant~acme");
        properties.put("felix.fileinstall.filename", "acme.cfg");
        assertEquals(
                Map.of(
                        "RootId", "acme",
                        "CatalogFile", "a.tsv,b.tsv",
                        "MaxPix", "100,200",
                        "DefaultPix", "10,20",
                        "Expiration", "0.5",
                        "ErrorDetail", "2",
                        "FullMatch", "1",
                        "UseLastModified", "0",
                        "DefaultImage", ""),
                Tenants.attributes(properties));
    }
}
