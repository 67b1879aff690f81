package dev.understudy.itest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as the image components and viewers of a page-building component library make them, and answers read as they do. */
class ComponentLibraryIT {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    /** A call with an object and an id of digits or none, and nothing behind it. */
    private static final Pattern CALL = Pattern.compile(
            "\\A(?:/\\*jsonp\\*/)?\\s*(?<handler>[^()]+)\\((?<json>\\{.+})\\s*,\\s*\"(?<id>\\d*)\"\\);?\\z",
            Pattern.DOTALL);

    private static final Pattern USER_DATA = Pattern.compile("\"userdata\":(\\{[^{}]*})");
    private static final Pattern WIDTH = Pattern.compile("\"SmartCropWidth\":\"(\\d+)");
    private static final Pattern NAME = Pattern.compile("\"SmartCropDef\":\"([^\"]+)\"");
    private static final Pattern IMAGE_OF_ITEM = Pattern.compile("\"i\":\\{\"n\":\"([^\"]+)\"");

    @BeforeAll
    static void createCatalog() throws IOException {
        SiteCatalog.create(FELIX.server());
    }

    @Test
    void smartCropsAreFoundByTheirWidths() {
        Map<Integer, String> crops = smartCrops("/is/image/site/dogs");
        assertEquals(Map.of(800, ":Large", 320, ":Small", 50, ":Swatch"), crops);
        assertEquals("800x400", size("/is/image/site/dogs:Large?qlt=82&ts=1650000000000&dpr=off"));
        assertEquals("640x640", size("/is/image/site/dogs:Small?qlt=82&ts=1650000000000&dpr=on,2"));
    }

    @Test
    void anImageWithoutSmartCropsHasNoRelation() {
        assertEquals(Map.of(), smartCrops("/is/image/site/bridge"));
        assertTrue(!json("/is/image/site/bridge?req=set,json").contains("relation"));
    }

    private static Map<Integer, String> smartCrops(String image) {
        String set = json(image + "?req=set,json");
        int relation = set.indexOf("\"relation\":[");
        int end = relation < 0 ? -1 : set.indexOf(']', relation);
        Map<Integer, String> crops = new TreeMap<>();
        if (relation >= 0) {
            USER_DATA.matcher(set.substring(relation, end)).results().forEach(found -> {
                String data = found.group(1);
                crops.put(Integer.parseInt(first(WIDTH, data)), ":" + first(NAME, data));
            });
        }
        return crops;
    }

    /** Templates of addresses, with the width and the ratio of the screen put in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site/seed?qlt=82&wid=320&ts=1650000000000&dpr=off|320x180",
                "site/seed?qlt=82&wid=640&ts=1650000000000&dpr=on,1.5|960x540",
                "site/seed?$medium$&wid=480&ts=1650000000000&dpr=off|480x270",
                "site/dogs:Small?wid=160&ts=1650000000000&dpr=off|160x160",
                "site/dogs?ts=1650000000000&fit=constrain&wid=300&hei=300&fmt=webp|200x300",
                "site/dogs?fmt=png-alpha&wid=120|120x180",
                "site/seed?wid=80&bgc=FFFFFF&fit=fit,1&hei=80|80x80",
                "site/seed?id=O78if2&scl=2&req=tile&rect=512,256,256,256&fmt=jpg|256x256",
                "site/seed?wsiAsset_pdpdetail&id=2RIjl2&scl=16&req=tile&rect=0,0,150,85&fmt=jpg|150x85",
                "site/seed?id=TmLpQ0&scl=1.3333333333333333&req=tile&rect=0,0,1500,1500&fmt=jpg|1500x1500",
                "site/seed?id=oWuQ93&scl=1.4084507&qlt=80,1&op_sharpen=0&resMode=sharp2&op_usm=1,1,6,0&iccEmbed=0&printRes=72"
                        + "&req=tile&rect=256,512,256,256&fmt=jpg|256x256",
                "site/seed?id=oWuQ93&fmt=jpg&fit=constrain,1&wid=568&hei=426&qlt=80,1&op_sharpen=0&resMode=sharp2"
                        + "&op_usm=1,1,6,0&iccEmbed=0&printRes=72|568x320"
            })
    void imagesHaveTheSizesThatPagesLeaveForThem(String request, String size) {
        assertEquals(size, size("/is/image/" + request));
    }

    @Test
    void setsAreReadWhetherTheyHaveOneMemberOrMany() {
        assertEquals(List.of("site/seed"), images("/is/image/site/seed?req=set,json"));
        assertEquals(List.of("site/seed", "site/dogs", "site/bridge"), images("/is/image/site/views?req=set,json"));
        assertEquals(12, images("/is/image/site/turn?req=set,json").size());
        assertTrue(json("/is/image/site/seed?req=set,json").contains("\"item\":{"));
        assertTrue(json("/is/image/site/views?req=set,json").contains("\"item\":[{"));
    }

    private static List<String> images(String request) {
        return IMAGE_OF_ITEM
                .matcher(json(request))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void callbacksAndIdsComeBack() {
        Matcher viewer = call("/is/image/site/views?req=set,json,UTF-8&labelkey=label&id=1&handler=viewerSetResponse");
        assertEquals("viewerSetResponse", viewer.group("handler"));
        Response named = get("/is/image/site/views?req=set,json&handler=setFound&id=imgSet");
        assertTrue(named.text().startsWith("/*jsonp*/setFound({\"set\":{"), named::text);
        assertTrue(named.text().endsWith("}},\"imgSet\");"), named::text);
        Matcher numbered = call("/is/image/site/views?req=set,json&id=4711");
        assertEquals("4711", numbered.group("id"));
        assertTrue(
                get("/is/image/site/views?req=set,json").text().matches("/\\*jsonp\\*/s7jsonResponse\\((.+),\"\"\\);"));
    }

    @Test
    void labelsSwatchesAndColorsAreThere() {
        String set = json("/is/image/site/views?req=set,json&labelkey=label");
        assertTrue(set.contains("\"i\":{\"n\":\"site/seed\",\"l\":\"Dandelion\"}"), set);
        assertTrue(set.contains("\"s\":{\"n\":\"site/hills\""), set);
        assertTrue(get("/is/image/site/dogs:Swatch?req=userdata,json")
                .text()
                .contains("\"SmartSwatchColor\":\"0x7a6a58\""));
        assertTrue(get("/is/image/site/dogs:Swatch?req=userdata").text().contains("SmartSwatchColor=0x7a6a58"));
    }

    private static Matcher call(String request) {
        Response response = get(request);
        Matcher call = CALL.matcher(response.text());
        assertTrue(call.matches(), response::text);
        assertEquals("*", response.header("Access-Control-Allow-Origin"), "scripts of other sites may read it");
        return call;
    }

    private static String json(String request) {
        return call(request).group("json");
    }

    private static String size(String request) {
        var image = get(request).image();
        return image.getWidth() + "x" + image.getHeight();
    }

    private static Response get(String request) {
        Response response = FELIX.client().get(request);
        assertEquals(200, response.status(), response::toString);
        assertEquals("", response.header("Understudy-StandIn"), response::toString);
        return response;
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
