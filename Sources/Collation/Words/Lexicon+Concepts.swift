extension Lexicon {
  /// Words of about the same meaning. A word stands in one line only.
  static let concepts: [[String]] = lines(
    """
    police policing officer cop constable policeman policewoman
    young youth teenager teen adolescent youngster youngsters
    child kid children
    money fund funding cash finance financial budget
    cost expense price
    pay fund
    help assist assistance aid support
    teach train educate training education
    learn study
    school classroom
    university college academic academia academics scholar
    research researcher
    begin start launch commence kick-start
    end stop finish cease halt
    show demonstrate present display
    tell inform notify
    speak talk discuss discussion conversation dialogue chat
    ask enquire question query
    meet meeting meetup
    gather collect collecting collection
    share exchange pass
    join combine merge unify integrate link linked connect joined
    big large huge major great massive
    small little tiny minor
    quick fast rapid swift speedy
    slow sluggish
    hard difficult tough challenging
    easy simple straightforward plain
    word language wording vocabulary
    man male men
    woman female women lady
    close shut
    important key vital crucial essential critical
    good great positive
    better improve improved improvement enhance
    worse worsen deteriorate
    reduce cut decrease lower lessen shrink
    increase raise boost grow expand
    build create develop establish set
    change alter modify
    check verify inspect audit
    watch monitor observe oversee
    look examine scrutinise investigate analyse scrutiny
    find discover identify spot detect
    use employ utilise
    give provide offer supply
    receive obtain
    buy purchase procure
    job employment career occupation
    work collaborate cooperate
    partner partnership agency agencies
    staff employee workforce personnel worker
    boss manager management supervisor leader leadership
    hire recruit recruitment recruiting enlist
    company firm business corporate enterprise
    shop store retailer
    criminal offender crook gangster
    crime offence offending criminality
    gang ocg
    drug narcotic
    gun firearm weapon
    victim survivor
    jail prison custody
    arrest detain
    launder laundering
    fraud scam
    neighbourhood area locality estate district
    resident local inhabitant
    community communities
    people folk person public citizen
    family household relative
    parent mother father mum dad carer
    mistake error fault
    problem issue difficulty
    idea suggestion proposal
    plan strategy
    aim goal objective target
    rule regulation policy law legislation
    fear afraid scared frightened
    danger risk threat hazard
    safe secure protected
    protect safeguard
    prevent stop avert
    trust confidence faith
    honest open transparent transparency openness
    bias prejudice discrimination
    fair just equitable
    result outcome
    data information intelligence
    computer system
    phone mobile telephone
    internet online web digital
    image picture photo
    car vehicle
    street road
    quarterly quarter
    yearly annual annually
    often frequently regularly regular
    seldom rarely infrequent
    enough sufficient adequate
    whole entire full complete
    early soon
    together jointly joint
    alone single-handed
    swap rotate switch
    second secondment
    visit trip
    evaluate assess evaluation assessment review
    measure metric indicator
    test trial pilot experiment
    prove proof evidence
    story narrative
    leaflet flyer brochure
    letter mail post
    reward incentive
    punish penalise penalty punishment sanction
    explain clarify explanation
    understand grasp comprehend
    remember recall
    forget overlook
    wait queue
    room venue space
    trace track follow
    seize confiscate impound seizure
    backlog queue pile
    hide conceal hidden
    decide decision choose
    matter care concern worry
    robbery mugging
    burglary break-in
    neighbour neighbouring
    diagram chart map
    traffic trafficking smuggle smuggling
    supplier vendor
    tenant renter
    flat apartment
    house home housing accommodation
    doctor gp
    lawyer solicitor barrister
    judge magistrate
    council authority municipality
    lorry truck
    bike bicycle cycle
    camera cctv video footage
    document file
    form questionnaire survey
    email inbox
    message text messaging
    call ring
    hack breach
    steal theft
    assault attack
    abuse mistreat
    harass harassment intimidate intimidation
    kill murder homicide
    knife blade
    debt owe
    loan lend lender
    poor poverty deprived deprivation
    rich wealthy
    wage salary
    customer client consumer
    refugee asylum
    migrant immigrant
    translate interpreter translator
    faith religion religious
    charity ngo nonprofit
    mentor coach mentoring coaching
    skill expertise ability
    specialist expert
    detective investigator
    delay late
    timetable schedule calendar
    impact effect
    cause reason
    barrier obstacle hurdle
    opportunity chance
    benefit advantage
    drawback disadvantage
    feedback response reply answer
    complaint grievance
    apologise apology sorry
    respect dignity
    involve engage participate participation involvement engagement
    approve authorise
    refuse reject decline
    exploit exploitation
    trouble hassle
    tired exhausted burnout
    angry annoyed
    lonely isolated isolation
    hospital clinic
    illness disease sickness
    medicine medication
    pub bar
    rubbish litter waste
    pavement footpath
    crossing junction
    countryside rural
    town city urban
    holiday vacation
    buyer purchaser
    seller dealer
    owner proprietor
    empty vacant
    wrong incorrect
    correct accurate
    strange odd unusual suspicious
    normal usual typical
    clever smart
    brave courageous
    publish release
    edit amend
    repeat duplicate duplication
    prioritise priority
    compare comparison
    choice option
    """)
}
