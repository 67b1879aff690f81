package dev.understudy.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.PathData.Curve;
import dev.understudy.engine.plan.PathData.Line;
import dev.understudy.engine.plan.PathData.Subpath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathDataReaderTest {

    private static PathData path(Subpath... subpaths) {
        return new PathData(List.of(subpaths));
    }

    @Test
    void linesAndCurvesAreAbsolute() {
        assertEquals(
                path(new Subpath(
                        10, 20, List.of(new Line(30, 40), new Line(50, -6), new Curve(1, 2, 3, 4, 5, 6)), true)),
                PathDataReader.read("M10,20L30,40,50,-6C1,2,3,4,5,6Z"));
        assertEquals(
                path(new Subpath(
                        10, 20, List.of(new Line(13, 24), new Line(18, 18), new Curve(19, 20, 21, 22, 23, 24)), false)),
                PathDataReader.read("m10,20l3,4,5,-6c1,2,3,4,5,6"));
    }

    @Test
    void movesAreRelativeToWhereTheLastSubpathBeganIfItWasClosedElseToWhereItEnded() {
        List<Subpath> closed = PathDataReader.read("M10,10l5,0z m1,2l1,1").subpaths();
        assertEquals(new Subpath(11, 12, List.of(new Line(12, 13)), false), closed.get(1));
        List<Subpath> open = PathDataReader.read("M10,10l5,0 m1,2l1,1").subpaths();
        assertEquals(new Subpath(16, 12, List.of(new Line(17, 13)), false), open.get(1));
        assertEquals(3, PathDataReader.read("m3,4l1,1").subpaths().get(0).x());
    }

    @Test
    void asSvgHasIt() {
        assertEquals(PathDataReader.read("M1,2L3,4L5,6"), PathDataReader.read(" M 1 2 3 4 , 5 , 6 "));
        assertEquals(PathDataReader.read("M1,2L3,4Z"), PathDataReader.read("M,1,2,L,3,4,Z"));
        assertEquals(PathDataReader.read("M10,10L50,10m1,1L2,2"), PathDataReader.read("M10,10,L50,10 , m1,1 L,2,2"));
        assertEquals(PathDataReader.read("M1.5,-2L0.5,300"), PathDataReader.read("M1.5-2L.5,3e2"));
        assertEquals(
                path(
                        new Subpath(1, 1, List.of(new Line(2, 2)), true),
                        new Subpath(1, 1, List.of(new Line(3, 0)), true)),
                PathDataReader.read("M1,1L2,2zL3,0z"));
        assertEquals(
                new Subpath(1, 1, List.of(), false),
                PathDataReader.read("M1,1").subpaths().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2",
                "L1,2",
                "Z",
                "M1",
                "M1,2,3",
                "M1,2L3",
                "M1,2L",
                "M1,2,",
                ",M1,2",
                "M,,1,2",
                "M1,2,,L3,4",
                "M1,2Z,",
                "M1,2Z,3,4",
                "M1,2L3,,4",
                "M1,2C1,2,3,4,5",
                "M1,2Z3,4",
                "M1,2ZZ",
                "M1,2Q1,2,3,4",
                "M1,2H5",
                "M1,x",
                "M1,2L3,--4",
                "M1,2L3,1e",
                "M1,2L3,1e999",
                "M1,2L3,.",
                "M1,1000001",
                "M1000000,0l1,0",
                "M1;2"
            })
    void whatIsNoPathIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PathDataReader.read(text));
    }

    @Test
    void longOnesAreReadInOneGo() {
        String text = "M0,0" + "l1,1".repeat(200_000);
        assertEquals(
                200_000, PathDataReader.read(text).subpaths().get(0).segments().size());
        assertEquals(
                100_000, PathDataReader.read("M1,1z".repeat(100_000)).subpaths().size());
    }
}
