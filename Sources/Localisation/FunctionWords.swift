/// The function words of each language: those that frame a question and do not say what it is about.
///
/// Articles, pronouns, auxiliaries, question words, prepositions and conjunctions, with a space between two. Negations are none of
/// them, and neither are words that change what is looked for, as *without*.
enum FunctionWords {
    static let english = """
        a an the this that these those there here i me my we us our you your he she it its they them their one ones \
        what which who whom whose when where why how is are was were be been being am do does did doing has have had \
        can could should would will shall may might must need to of in on at by for from with about into between than \
        as if or and but so then any some please use using difference differences \
        don doesn didn isn aren wasn shouldn couldn wouldn
        """

    static let german = """
        der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesen diesem ich du er sie es \
        wir ihr man mir mich uns mein meine unser unsere was wer wen wem wie wo wann warum wieso weshalb welche welcher \
        welches welchen welchem womit wozu worin wofür ist sind bin bist sein hat habe haben kann kannst können könnte \
        soll sollte sollen sollten muss müssen darf dürfen wird werden will wollen möchte brauche gibt liegt besteht in im \
        an am auf aus bei beim mit nach von vom vor zu zum zur für durch zwischen und oder aber als ob wenn dass denn \
        bitte macht machen verwenden benutzen nutzen Unterschied Unterschiede
        """

    static let french = """
        le la les un une des du de au aux l d j n m t s qu ce cet cette ces cela ça je tu il elle on nous vous ils elles \
        me te se mon ma mes son sa ses notre nos votre vos leur leurs que quoi qui quel quelle quels quelles lequel \
        laquelle comment quand où pourquoi combien est sont suis être ai a as ont avons avez avoir fait fais faire font faut dois \
        doit devons devrais devrait peux peut pouvons y en dans sur par pour avec entre et ou à si comme ne utiliser \
        est-ce puis-je dois-je faut-il est-il peut-on doit-on différence différences
        """

    static let spanish = """
        el la los las lo un una unos unas este esta estos estas esto eso yo tú él ella nosotros me se nos mi mis su sus \
        qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuántos por porque para que es son ser está están estar \
        hay he ha han hago hace puedo puede podemos pueden debo debe debemos debería deberíamos tengo tiene tenemos al del \
        de en con a desde sobre entre y e o u si como usar utilizar diferencia diferencias
        """

    // What is written without spaces is one stretch, between words of other scripts too.

    static let japanese =
        "とは とは何 とは何ですか は が を に で と の も か へ や です ですか 何 何ですか どう どうやって どちら なぜ いつ どこ "
        + english

    static let chinese =
        "什么 是什么 什么是 如何 怎么 怎样 怎么用 为什么 哪个 哪个更好 什么时候 我 我们 的 和 与 或 还是 在 是 吗 应该 应该用 我应该用 "
        + english
}
