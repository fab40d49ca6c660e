/// The characters of formulas: names and what they stand for, in pairs (The TeXbook, appendix F; unicode-math).
enum MathSymbols {
    /// Letters, set in italics where MathML does so.
    static let letters = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
        kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
        varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
        partial ∂ imath ı jmath ȷ ell ℓ
        """

    /// Letters and signs that stand upright.
    static let upright = """
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        hbar ℏ hslash ℏ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ Bbbk 𝕜 eth ð mho ℧
        nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ top ⊤ bot ⊥ angle ∠
        measuredangle ∡ sphericalangle ∢ triangle △ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◇
        blacklozenge ⧫ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮
        sharp ♯ checkmark ✓ degree ° copyright © S § P ¶ dag † ddag ‡ complement ∁ surd √ prime ′
        backprime ‵ ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱
        iddots ⋰ $ $ # # % % & & _ _ pounds £ yen ¥ euro €
        """

    static let binary = """
        pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖
        otimes ⊗ oslash ⊘ odot ⊙ cup ∪ cap ∩ uplus ⊎ sqcup ⊔ sqcap ⊓ vee ∨ lor ∨ wedge ∧ land ∧
        setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ diamond ⋄ bigcirc ◯
        bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ ltimes ⋉ rtimes ⋊
        boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ veebar ⊻ barwedge ⊼ curlyvee ⋎ curlywedge ⋏
        dotplus ∔ intercal ⊺ doublecup ⋓ doublecap ⋒ circledast ⊛ circledcirc ⊚ circleddash ⊝
        """

    static let relations = """
        leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ leqslant ⩽ geqslant ⩾
        leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ lessapprox ⪅ gtrapprox ⪆ nless ≮
        ngtr ≯ nleq ≰ ngeq ≱ lneq ⪇ gneq ⪈ equiv ≡ sim ∼ nsim ≁ simeq ≃ approx ≈ approxeq ≊ cong ≅
        ncong ≇ doteq ≐ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ asymp ≍ propto ∝ varpropto ∝
        prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ in ∈ notin ∉
        ni ∋ owns ∋ notni ∌ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉
        subsetneq ⊊ supsetneq ⊋ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
        vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ perp ⟂ mid ∣ nmid ∤
        parallel ∥ nparallel ∦ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ between ≬ pitchfork ⋔ therefore ∴
        because ∵ trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳
        backsim ∽ risingdotseq ≓ fallingdotseq ≒ circeq ≗ bumpeq ≏ Bumpeq ≎ lhd ⊲ rhd ⊳
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
        Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
        Longleftarrow ⟸ Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼
        hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
        Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁
        leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ leadsto ⇝
        rightsquigarrow ⇝ rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆
        twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ curvearrowright ↷
        curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺ nrightarrow ↛ nleftarrow ↚
        nRightarrow ⇏ nLeftarrow ⇍ nleftrightarrow ↮ nLeftrightarrow ⇎ dashrightarrow ⇢
        dashleftarrow ⇠ upharpoonright ↾ restriction ↾ multimap ⊸
        """

    static let opening = """
        { { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦
        lgroup ⟮ ulcorner ⌜ llcorner ⌞
        """

    static let closing = """
        } } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧
        rgroup ⟯ urcorner ⌝ lrcorner ⌟
        """

    /// Symbols without spacing.
    static let ordinary = """
        | ‖ Vert ‖ vert | backslash \\ neg ¬ lnot ¬ slash /
        """

    static let punctuation = "ldotp . colon :"

    /// Large operators whose limits stand above and below in display style.
    static let large = """
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
        bigotimes ⨂ bigodot ⨀ biguplus ⨄
        """

    /// Large operators whose limits stand at the right.
    static let integrals = "int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫"

    static let functions = """
        sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan arccot sech csch log ln lg exp
        arg deg dim hom ker
        """

    /// Functions whose limits stand below in display style.
    static let limitFunctions = "lim max min sup inf det gcd Pr argmax argmin"

    static let accents = """
        hat ^ bar ¯ vec → dot ˙ ddot ¨ tilde ~ check ˇ breve ˘ acute ´ grave ` mathring ˚
        """

    static let wideAccents = """
        widehat ^ widetilde ~ overline ‾ overrightarrow → overleftarrow ← overleftrightarrow ↔
        """

    static let wideUnderAccents = """
        underline _ underrightarrow → underleftarrow ← underleftrightarrow ↔ underbar _
        """

    static let overBraces = "overbrace ⏞ overbracket ⎴ overparen ⏜"
    static let underBraces = "underbrace ⏟ underbracket ⎵ underparen ⏝"

    static let extensibleArrows = """
        xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔
        xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩
        """

    /// Widths of space, in the order of The TeXbook, chapter 18.
    static let spaces = """
        , 0.1667em thinspace 0.1667em : 0.2222em > 0.2222em medspace 0.2222em ; 0.2778em
        thickspace 0.2778em ! -0.1667em negthinspace -0.1667em negmedspace -0.2222em
        negthickspace -0.2778em enspace 0.5em quad 1em qquad 2em space 0.25em nobreakspace 0.25em
        """

    /// What `\left`, `\right` and `\big` take besides opening and closing symbols.
    static let otherDelimiters = """
        | ‖ Vert ‖ vert | backslash \\ slash / uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
        Downarrow ⇓ Updownarrow ⇕ lmoustache ⎰ rmoustache ⎱ lt ⟨ gt ⟩
        """

    /// Relations and their negations, where Unicode has them as one character.
    static let negations = """
        = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ∃ ∄ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≡ ≢ ∼ ≁ ≃ ≄ ≈ ≉ ≅ ≇ ∣ ∤ | ∤ ∥ ∦ ≺ ⊀ ≻ ⊁
        ⊢ ⊬ ⊨ ⊭ ⊩ ⊮ ⊑ ⋢ ⊒ ⋣ ≲ ≴ ≳ ≵ ≶ ≸ ≷ ≹ ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎ ≼ ⋠ ≽ ⋡ ⊲ ⋪ ⊳ ⋫ ⊴ ⋬ ⊵ ⋭ ≍ ≭
        """
}
