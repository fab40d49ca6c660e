/// Letters with their accents taken off and in lower case, for the scripts whose letters are written as one character with
/// an accent: Latin, Greek and Cyrillic.
///
/// Each row is the first character of the canonical decomposition in lower case (Unicode 15, UAX #15), which is what
/// browsers have as `normalize("NFD")`. A space stands for what is no letter.
package enum FoldingTable {
    /// The folded character; nil outside the rows.
    package static func folded(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0xC0...0x24F: rows[0][Int(scalar - 0xC0)]
        case 0x370...0x45F: rows[1][Int(scalar - 0x370)]
        case 0x1E00...0x1FFF: rows[2][Int(scalar - 0x1E00)]
        default: nil
        }
    }

    private static let rows: [[UInt32]] = [latin, greekAndCyrillic, extended].map {
        $0.unicodeScalars.map(\.value)
    }

    private static let latin =
        [
            "aaaaaaæceeeeiiiiðnooooo øuuuuyþßaaaaaaæceeeeiiiiðnooooo øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggg",
            "gggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ",
            "ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaa",
            "aaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææøøaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ",
            "ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ",
        ].joined()

    private static let greekAndCyrillic =
        [
            "ͱͱͳͳʹ ͷͷ  ͺͻͼͽ ϳ      α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηιυαβγδεζηθικλμνξοπρςστυφχψωιυουωϗ",
            "ϐϑϒϒϒϕϖϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯϰϱϲϳθϵ ϸϸϲϻϻϼͻͼͽееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя",
            "абвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ",
        ].joined()

    private static let extended =
        [
            "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr",
            "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee",
            "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿααααααααααααααααεεεεεε  εεεεεε  ",
            "ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιιοοοοοο  οοοοοο  υυυυυυυυ υ υ υ υωωωωωωωωωωωωωωωωααεεηηιιοουυωω  ",
            "ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα ααααααα ι   ηηη ηηεεηηη   ιιιι  ιιιιιι    ",
            "υυυυρρυυυυυυρ     ωωω ωωοοωωω   ",
        ].joined()
}
