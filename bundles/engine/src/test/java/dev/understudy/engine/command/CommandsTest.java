package dev.understudy.engine.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Support;
import dev.understudy.engine.color.RenderIntent;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.FitChoice;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.PathSection;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.engine.plan.Point;
import dev.understudy.image.Color;
import dev.understudy.image.ColorComponents;
import dev.understudy.image.Samples;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String REFERENCE = """
        align anchor bfc bgc bgColor blendMode cache clipPath clipXPath color crop cropPathE defaultImage dpr effect
        effectMask extend fit flip fmt hei hide icc iccEmbed id imageSet jpegSize layer locale map mask maskUse network
        op_blur op_brightness op_colorbalance op_colorize op_contrast op_grow op_growMask op_growMaskR op_hue op_invert
        op_noise op_saturation op_sharpen op_usm op_usmR opac origin pathAttr pathEmbed perspective pos printRes pscan qlt
        quantize rect req res resMode rgn rotate scale scl size src template text textAngle textAttr textFlowPath
        textFlowXPath textPath textPs type wid xmpEmbed\
        """;

    @Test
    void everyCommandOfTheReferenceIsInTheTable() {
        Set<String> names = Commands.all().stream()
                .filter(command -> !command.is(Trait.BESIDE_THE_REFERENCE))
                .map(Command::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Arrays.asList(REFERENCE.split("\\s+"))), names);
    }

    @Test
    void commandsAreFoundWithoutRegardToCase() {
        assertSame(Commands.RES_MODE, Commands.named("resmode").orElseThrow());
        assertSame(Commands.CROP, Commands.named("CROPN").orElseThrow());
        assertFalse(Commands.named("imwidth").isPresent());
    }

    @Test
    void whatWorksSaysWhatItDoesNotDo() {
        for (Command<?> command : Commands.all()) {
            assertEquals(
                    command.support() == Support.PARTIAL,
                    command.support() == Support.PARTIAL && !command.note().isEmpty(),
                    command.toString());
        }
    }

    /** The reference's own examples of colors, and a few of the other kinds. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        0,100,200        | 0   100 200 255
        0,100,200,200rs  | 0   100 200 200
        0x010203S        | 1   2   3   255
        a0b1c2d3R        | 160 177 194 211
        100S             | 255 255 255 255
        50,75g           | 128 128 128 191
        0X70G            | 112 112 112 255
        0xddeegs         | 221 221 221 238
        100,0,0,0k       | 0   255 255 255
        0,0,0,100,50KS   | 0   0   0   128
        00ff0000K        | 255 0   255 255
        0xff000000ffks   | 0   255 255 255
        ffffff           | 255 255 255 255
        ffffff40         | 255 255 255 64
        000000           | 0   0   0   255
        0                | 0   0   0   255
        214,245,130,128  | 214 245 130 128
        """)
    void colors(String text, String expected) {
        int[] parts =
                Arrays.stream(expected.split(" +")).mapToInt(Integer::parseInt).toArray();
        assertEquals(
                new Color(parts[0], parts[1], parts[2], parts[3]),
                ValueSyntaxes.COLOR.parse(text).withWritten(null));
    }

    @Test
    void colorsKeepWhatTheyAreWrittenIn() {
        assertNull(ValueSyntaxes.COLOR.parse("1,2,3").written());
        assertEquals(
                ColorComponents.of(Samples.RGB, 1, 2, 3).withOfSource(true),
                ValueSyntaxes.COLOR.parse("1,2,3,4s").written());
        assertEquals(
                ColorComponents.of(Samples.GRAY, 128),
                ValueSyntaxes.COLOR.parse("50").written());
        assertEquals(
                ColorComponents.of(Samples.CMYK, 10, 11, 12, 13).withOfSource(true),
                ValueSyntaxes.COLOR.parse("0x0a0b0C0d0eks").written());
    }

    @Test
    void iccNamesAProfileAndTheWayThere() {
        assertEquals(new IccChoice("a b/c.icc", null, null, null), parse("icc", "a b/c.icc"));
        assertEquals(new IccChoice("x", RenderIntent.SATURATION, true, false), parse("icc", "x, Saturation ,1,0"));
        assertEquals(new IccChoice("x", null, null, true), parse("icc", "x,,,1"));
        assertEquals(true, parse("iccEmbed", "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "g",
                "s",
                "k",
                "red",
                "256,0,0",
                "-1",
                "101",
                "1,2,3,4,5",
                "1,2,3,4,5,6",
                "0x",
                "0x1",
                "0x12345",
                "fff",
                "ffffff4",
                "ffffffff00",
                "1,2,3g",
                "1,2r",
                "1,2,3k",
                "0xgg",
                "１２３",
                "1;2;3",
                "#ffffff",
                "0x-1-1-1"
            })
    void noColors(String text) {
        assertThrows(IllegalArgumentException.class, () -> ValueSyntaxes.COLOR.parse(text));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "wid, undefined",
        "wid, 0",
        "wid, -3",
        "wid, 300px",
        "wid, 3.5",
        "wid, 99999999999",
        "hei, NaN",
        "scl, 0",
        "scl, -1",
        "scl, Infinity",
        "scl, 1e999",
        "scl, 0x1p3",
        "scl, 1d",
        "rgn, '1,2,3'",
        "rgn, '1,2,3,0'",
        "rgn, '1,2,3,4,5'",
        "rect, '0,0,1'",
        "rect, '0,0,1,1,0'",
        "crop, '0,0,0,1'",
        "cropN, '0,0,1,x'",
        "crop, '0.5,0,1,1'",
        "align, '2,0'",
        "align, 0",
        "size, '-1,3'",
        "sizeN, '1,-1'",
        "rotate, abc",
        "clipPath, '1,2,3'",
        "clipPath, 'L1,2'",
        "textAngle, down",
        "textFlowPath, '0,0,9,9'",
        "textFlowXPath, 'M1,2,3'",
        "textPath, '1,2'",
        "pathAttr, back",
        "pathAttr, 'norm,1'",
        "pathAttr, 'norm,-0.1'",
        "pathAttr, 'norm,0.5,0.5'",
        "pathAttr, 'norm,0.5,1.6'",
        "pathAttr, 'norm,0,1,2'",
        "clipXPath, 'M1,2Q3,4,5,6'",
        "clipPathE, ','",
        "clipXPathE, 'Pfad ä'",
        "cropPathE, ' , '",
        "perspective, '0,0,9,0,9,9,0'",
        "perspective, '0,0,9,0,9,9,0,x'",
        "perspective, '0,0,9,0,9,9,0,9,R4'",
        "perspective, '0,0,9,0,9,9,0,9,r1'",
        "perspective, '0,0,9,0,9,9,0,9,R3T'",
        "perspective, '0,0,9,0,9,9,0,9,R3T201'",
        "perspective, '0,0,9,0,9,9,0,9,R3T-1'",
        "perspective, '0,0,9,0,9,9,0,9,R1,1'",
        // two corners in one place, three in a line, concave, crossed
        "perspective, '0,0,0,0,9,9,0,9'",
        "perspective, '0,0,9,0,9,9,4.5,0'",
        "perspective, '0,0,9,0,3,3,0,9'",
        "perspectiveN, '0,0,1,1,1,0,0,1'",
        "perspectiveN, '0,0,1,0,1,1e999,0,1'",
        "flip, rl",
        "extend, '1,2,3'",
        "fmt, 'png,rgba'",
        "fmt, 'jpeg,ycc'",
        "fmt, 'webp,,none,1'",
        "qlt, 0",
        "qlt, 101",
        "qlt, '80,2'",
        "jpegSize, -1",
        "jpegSize, 1.5",
        "jpegSize, big",
        "pscan, 2",
        "pscan, 6",
        "pscan, fast",
        "quantize, best",
        "quantize, 'web,maybe'",
        "quantize, 'adaptive,off,1'",
        "quantize, 'adaptive,off,257'",
        "quantize, 'adaptive,off,2,fff'",
        "quantize, 'adaptive,off,2,0x000000'",
        "quantize, 'adaptive,off,2,000000,ffffff,ff0000'",
        "resMode, nearest",
        "opac, 101",
        "opac, '90,101'",
        "blendMode, overlay",
        "maskUse, on",
        "maskUse, 'norm,off'",
        "blendMode, 'mult,screen'",
        "opac, '1,2,3'",
        "hide, 2",
        "fit, cover",
        "fit, 'crop,2'",
        "req, nosuch",
        "req, 'props,yaml'",
        "req, 'userdata,javascript'",
        "req, 'userdata,xml,utf-7'",
        "cache, maybe",
        "cache, 'on,validate'",
        "dpr, 2",
        "dpr, 'on,0'",
        "printRes, 0",
        "icc, ''",
        "icc, ',relative'",
        "icc, 'x,vivid'",
        "icc, 'x,relative,2'",
        "icc, 'x,relative,1,1,1'",
        "iccEmbed, 2",
        "iccEmbed, yes",
        "bgc, blue",
        "textAttr, 0",
        "textAttr, '72,bold'",
        "handler, alert(1)",
        "handler, a.b",
    })
    void badValues(String spelling, String value) {
        assertThrows(IllegalArgumentException.class, () -> parse(spelling, value));
    }

    @Test
    void goodValues() {
        assertEquals(new FitChoice(Fit.CONSTRAIN, true), parse("fit", "constrain,1"));
        assertEquals(new FitChoice(Fit.CROP, false), parse("fit", "CROP"));
        assertEquals(new FormatChoice("jpeg", Samples.GRAY, ""), parse("fmt", ",gray"));
        assertEquals(new FormatChoice("tif", null, "jpeg"), parse("fmt", "TIF,,Jpeg"));
        assertEquals(new FormatChoice("of-a-plug-in", Samples.CMYK, "zstd"), parse("fmt", "of-a-plug-in, cmyk ,zstd"));
        assertEquals(new Opacity(0.9, 0.7), parse("opac", "90,70"));
        assertEquals(BlendMode.MULT, parse("blendMode", "Mult"));
        assertEquals(MaskUse.INVERT, parse("maskUse", "Invert"));
        assertEquals(new CacheChoice(false, ServerCache.ON), parse("cache", "off,on"));
        assertEquals(new CacheChoice(true, ServerCache.UPDATE), parse("cache", "update"));
        assertEquals(RequestType.IMG, ((ReqValue) parse("req", "tile")).type());
        assertEquals(RequestType.MBR_SET, ((ReqValue) parse("req", "MBRSET")).type());
        assertEquals("UTF-16", ((ReqValue) parse("req", "userdata,xml,utf-16")).charset());
        assertEquals(-30.0, parse("rotate", "-30"));
        assertEquals(List.of("Path 1", "Clip"), parse("cropPathE", "Path 1, Clip,Path 1"));
        assertEquals(new ClipPath.OfImage(List.of("a")), parse("clipPathE", "a"));
        assertEquals(new PathSection(true, 0.5, 1.5), parse("pathAttr", "Reverse,0.5,1.5"));
        assertEquals(PathSection.WHOLE, parse("pathAttr", "norm,,"));
        assertEquals(parse("clipPath", "M1,2l3,4"), parse("clipXPath", "M 1 2 L 4 6"));
        assertEquals(perspective(Resampling.SUPERSAMPLED, 0), parse("perspective", "-1,0, 9.5,0,9,1e3,-20,9"));
        assertEquals(perspective(Resampling.NEAREST, 0), parse("perspective", "-1,0,9.5,0,9,1000,-20,9,R1"));
        assertEquals(perspective(Resampling.JITTERED, 200), parse("perspective", "-1,0,9.5,0,9,1000,-20,9,R3T200"));
    }

    private static Perspective perspective(Resampling resampling, int jitter) {
        return new Perspective(
                List.of(
                        new Point(-1, 0, false),
                        new Point(9.5, 0, false),
                        new Point(9, 1000, false),
                        new Point(-20, 9, false)),
                resampling,
                jitter);
    }

    @Test
    void everyTypeHasAForm() {
        assertEquals(21, RequestType.values().length);
        for (RequestType type : RequestType.values()) {
            assertFalse(type.forms().isEmpty());
            assertSame(type, RequestType.of(type.value()).orElseThrow());
        }
        assertEquals(
                List.of(),
                Arrays.stream(RequestType.values())
                        .filter(type -> type.isImage() && type.support() == Support.NONE)
                        .toList());
    }

    private static Object parse(String spelling, String value) {
        Command<?> command = Commands.named(spelling).orElseThrow();
        return command.spellings().stream()
                .filter(known -> known.name().equals(spelling))
                .findFirst()
                .orElseThrow()
                .syntax()
                .parse(value);
    }
}
