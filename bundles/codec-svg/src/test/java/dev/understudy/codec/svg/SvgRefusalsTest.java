package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.codec.svg.document.SvgRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not painted is refused by name, with the line where it stands. */
class SvgRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <text font-family='Bold Ads, Other'>Words</text>          | text in the font 'Bold Ads, Other', which the folder of svgProvider.fontRoot does not have (<text>, line 2)
        <text x='3'>&#x65e5;</text>                               | the character U+65E5, which none of the fonts for text in SVG has (<text>, line 2)
        <path id='p' d='M0 5h9'/><text><textPath href='#p' method='stretch'>b</textPath></text> | 'stretch' as a value of method (<textPath>, line 2)
        <path id='p' d='M0 5h9'/><text><textPath href='#p' side='right'>b</textPath></text> | 'right' as a value of side (<textPath>, line 2)
        <text><textPath path='M0 5h9'>b</textPath></text>         | 'M0 5h9' as a value of path (<textPath>, line 2)
        <text><textPath href='a.svg#p'>b</textPath></text>        | 'a.svg#p' as a value of href (<textPath>, line 2)
        <path id='p' d='M0 5h9'/><text><textPath href='#p'><textPath href='#p'/></textPath></text> | text along a path within text along a path (<textPath>, line 2)
        <text x='3'>a<tref href='#p'/></text>                     | elements of this name in a text (<tref>, line 2)
        <text style='writing-mode: tb'>a</text>                   | 'tb' as a value of writing-mode (<text>, line 2)
        <text font-variant='small-caps'>a</text>                  | 'small-caps' as a value of font-variant (<text>, line 2)
        <text text-anchor='left'>a</text>                         | 'left' as a value of text-anchor (<text>, line 2)
        <text><tspan textLength='5'>a</tspan></text>              | '5' as a value of textLength (<tspan>, line 2)
        <text x='a'>b</text>                                      | 'a' as a value of x (<text>, line 2)
        <text font-size='-3'>b</text>                             | '-3' as a value of font-size (<text>, line 2)
        <foreignObject/>                                          | elements of this name (<foreignObject>, line 2)
        <rect filter='url(#f)'/>                                  | 'url(#f)' as a value of filter (<rect>, line 2)
        <g style='mix-blend-mode: multiply'/>                     | 'multiply' as a value of mix-blend-mode (<g>, line 2)
        <rect fill='$color$' width='3' height='3'/>               | '$color$' as a value of fill (<rect>, line 2)
        <rect fill='Window' width='3' height='3'/>                | 'Window' as a value of fill (<rect>, line 2)
        <rect fill='var(--c)' width='3' height='3'/>              | 'var(--c)' as a value of fill (<rect>, line 2)
        <rect fill='url(a.svg#b)' width='3' height='3'/>          | 'url(a.svg#b)' as a value of fill (<rect>, line 2)
        <rect width='calc(1px + 2px)' height='3'/>                | 'calc(1px + 2px)' as a value of width (<rect>, line 2)
        <rect width='3ch' height='3'/>                            | '3ch' as a value of width (<rect>, line 2)
        <rect width='-3' height='3'/>                             | a size below 0 (width) (<rect>, line 2)
        <circle r='-1'/>                                          | a size below 0 (r) (<circle>, line 2)
        <path d='M1 1 L2 x'/>                                     | 'M1 1 L2 x' as a value of d (<path>, line 2)
        <path d='L2 2'/>                                          | 'L2 2' as a value of d (<path>, line 2)
        <polygon points='1 2 3'/>                                 | '1 2 3' as a value of points (<polygon>, line 2)
        <g style='font:20w x'><rect width='2em' height='3'/></g>  | '20w' as a value of font-size (<g>, line 2)
        <rect width='3' height='3' mask='url(#no)'/> | a mask that is not there (<rect>, line 2)
        <path style='d: path(x)' d='M0 0h1v1'/> | 'path(x)' as a value of d (<path>, line 2)
        <?xml-stylesheet href='a.css'?> | a style sheet in another file (line 2)
        <g transform='turn(3)'/>                                  | 'turn(3)' as a value of transform (<g>, line 2)
        <g transform='scale(2)' transform-origin='5 5 5 5'/>      | '5 5 5 5' as a value of transform-origin (<g>, line 2)
        <g transform='scale(2)' transform-origin='left left'/>    | 'left left' as a value of transform-origin (<g>, line 2)
        <g style='transform:scale(2);transform-origin:5 5'/>      | '5 5' as a value of transform-origin (<g>, line 2)
        <clipPath id='c' transform-origin='5px 5px'/><rect width='3' height='3' clip-path='url(#c)'/> | '5px 5px' as a value of transform-origin (<clipPath>, line 2)
        <g opacity='half'/>                                       | 'half' as a value of opacity (<g>, line 2)
        <rect width='3' height='3' clip-path='circle(5px)'/>      | 'circle(5px)' as a value of clip-path (<rect>, line 2)
        <path d='M0 0h3' stroke='red' stroke-linejoin='arcs'/>    | 'arcs' as a value of stroke-linejoin (<path>, line 2)
        <path d='M0 0h3' stroke='red' stroke-miterlimit='0'/>     | '0' as a value of stroke-miterlimit (<path>, line 2)
        <path d='M0 0h3' stroke='red' stroke-dasharray='-1'/>     | '-1' as a value of stroke-dasharray (<path>, line 2)
        <path d='M0 0h3' stroke='red' vector-effect='fixed-position'/> | 'fixed-position' as a value of vector-effect (<path>, line 2)
        <style>rect:first-child { fill: red }</style>             | 'rect:first-child' as a value of a selector (<style>, line 2)
        <style>@supports (a: b) { g { fill: red } }</style>       | '@supports (a: b)' as a value of a style sheet (<style>, line 2)
        <style>@media (min-width: 3px) { g { fill: red } }</style>| ' (min-width: 3px)' as a value of a style sheet's media (<style>, line 2)
        <image href='data:image/webp;base64,AA' width='3' height='3'/> | an image that is no PNG or JPEG in the file itself: no PNG or JPEG in base64 (<image>, line 2)
            <image href='/is/image/a?wid=3' width='3' height='3'/>    | an image that is no PNG or JPEG in the file itself: no PNG or JPEG in base64 (<image>, line 2)
            <image href='data:image/png;base64,AA'/>                  | images without width or height (<image>, line 2)
        """)
    void namesWhatItRefuses(String element, String message) {
        SvgRefusal refusal = assertThrows(SvgRefusal.class, () -> SvgRendering.paint(SvgRendering.document(element)));
        assertEquals(
                message.replace("' (", "'("),
                String.valueOf(refusal.getMessage()).replace("' (", "'("));
    }
}
